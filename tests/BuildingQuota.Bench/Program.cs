using BuildingQuota.Bench.Decimals;
using BuildingQuota.Bench.Letters;

switch (args)
{
    case ["decimals"]:
        await DecimalBench.Run(Console.Out);
        break;
    case ["notices"]:
        LetterBench.Run(Console.Out);
        break;
    default:
        Console.WriteLine("usage: BuildingQuota.Bench decimals | import | evaluate | notices");
        break;
}
