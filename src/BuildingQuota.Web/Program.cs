using BuildingQuota.Web.Hosting;
using BuildingQuota.Web.Pages;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddSingleton(builder.Configuration.ReadSettings());
builder.AddQuotaHost();
builder.Services.AddQuotaPages();

var app = builder.Build();
app.UseSecurityHeaders();
app.MapQuotaPages();
await app.RunAsync();

/// <summary>The program: with a verb it does that and ends, without one it serves pages and OData.</summary>
public partial class Program;
