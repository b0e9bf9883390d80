Console.WriteLine("usage: BuildingQuota.Bench decimals | import | evaluate | notices");
