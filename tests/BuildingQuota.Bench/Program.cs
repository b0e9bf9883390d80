using BuildingQuota.Bench.Letters;

switch (args)
{
    case ["notices"]:
        LetterBench.Run(Console.Out);
        break;
    default:
        Console.WriteLine("usage: BuildingQuota.Bench decimals | import | evaluate | notices");
        break;
}
