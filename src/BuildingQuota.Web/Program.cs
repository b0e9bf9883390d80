var app = WebApplication.CreateBuilder(args).Build();
app.Run();

/// <summary>The program: with a verb it does that and ends, without one it serves pages and OData.</summary>
public partial class Program;
