using System.Reflection;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Architecture.Tests;

/// <summary>Design §2–3: Domain is base library only, without clock, I/O or async, and nothing in it is a binary fraction.</summary>
public sealed class DomainTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] ForbiddenNamespaces =
        ["System.IO", "System.Net", "System.Threading.Tasks", "System.Text.Json", "Microsoft.", "Npgsql", "System.Data"];

    [Fact]
    public void No_double_and_no_float_in_the_domain() => Assert.Empty(BinaryFractions(typeof(Rounding).Assembly.GetTypes()));

    [Fact]
    public void The_domain_refers_to_the_base_library_alone() =>
        Assert.All(typeof(Rounding).Assembly.GetReferencedAssemblies(), name => Assert.StartsWith("System.", name.Name, StringComparison.Ordinal));

    [Fact]
    public void The_domain_names_no_clock_no_file_no_task_and_no_format() =>
        Assert.Empty(Repository.Sources("src/BuildingQuota.Domain").SelectMany(file => Forbidden(file.Text).Select(name => $"{file.Path}: {name}")));

    [Fact]
    public void A_double_is_seen_in_a_field_a_parameter_a_local_and_inside_another_type() =>
        Assert.Equal(4, BinaryFractions([typeof(Wrong)]).Count());

    [Fact]
    public void A_forbidden_namespace_is_seen() => Assert.Equal(["System.IO"], Forbidden("using System.IO;\nusing System.Linq;"));

    private static IEnumerable<string> Forbidden(string text) =>
        ForbiddenNamespaces.Where(name => text.Contains($"using {name}", StringComparison.Ordinal));

    private static IEnumerable<string> BinaryFractions(IEnumerable<Type> types) => types.SelectMany(type => type
        .GetFields(All).Where(field => Holds(field.FieldType)).Select(field => $"{type.Name}.{field.Name}")
        .Concat(type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).SelectMany(method => Used(method)
            .Where(Holds).Select(_ => $"{type.Name}.{method.Name}"))));

    private static IEnumerable<Type> Used(MethodBase method) => method.GetParameters().Select(parameter => parameter.ParameterType)
        .Concat(method is MethodInfo info ? [info.ReturnType] : [])
        .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []);

    private static bool Holds(Type type) => type == typeof(double) || type == typeof(float)
        || (type.HasElementType && Holds(type.GetElementType()!)) || type.GetGenericArguments().Any(Holds);

    private sealed class Wrong
    {
        public readonly double? Field = 1;

        public static decimal Parameter(List<float> value) => value.Count;

        public static double[] Result() => [];

        public static int Local(int seed)
        {
            var local = seed / 3.0;
            return local > 1 ? (int)local : (int)(local * 2);
        }
    }
}
