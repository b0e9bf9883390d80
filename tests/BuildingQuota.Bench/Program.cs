using BuildingQuota.Bench.Decimals;
using BuildingQuota.Bench.Evaluations;
using BuildingQuota.Bench.Imports;
using BuildingQuota.Bench.Letters;

switch (args)
{
    case ["decimals"]:
        await DecimalBench.Run(Console.Out);
        break;
    case ["import"]:
        await ImportBench.Run(Console.Out);
        break;
    case ["evaluate"]:
        await EvaluationBench.Run(Console.Out, 2_000, 20_000);
        break;
    case ["evaluate", .. var sizes]:
        await EvaluationBench.Run(Console.Out, Array.ConvertAll(sizes, size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture)));
        break;
    case ["notices"]:
        LetterBench.Run(Console.Out);
        break;
    default:
        Console.WriteLine("usage: BuildingQuota.Bench decimals | import | evaluate [BUILDINGS…] | notices");
        break;
}
