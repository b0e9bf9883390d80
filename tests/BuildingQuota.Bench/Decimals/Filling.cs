using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BuildingQuota.Bench.Decimals;

/// <summary>Puts the rows into an empty database the fastest way it has.</summary>
internal static class Filling
{
    public static void Fill(MeasureDb db, IReadOnlyList<Measure> rows)
    {
        db.Database.EnsureCreated();
        db.Database.OpenConnection();
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres) Copy(postgres, rows);
        else Insert(db, rows);
        db.Database.ExecuteSqlRaw("ANALYZE");
    }

    private static void Insert(MeasureDb db, IReadOnlyList<Measure> rows)
    {
        using var transaction = db.Database.GetDbConnection().BeginTransaction();
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO measures (\"Id\", \"Team\", \"X\", \"Y\") VALUES ($0, $1, $2, $3)";
        for (var i = 0; i < 4; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${i}") });
        foreach (var row in rows)
        {
            (command.Parameters[0].Value, command.Parameters[1].Value) = (row.Id, row.Team);
            (command.Parameters[2].Value, command.Parameters[3].Value) = (db.Stored(row.X), db.Stored(row.Y));
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Copy(NpgsqlConnection connection, IReadOnlyList<Measure> rows)
    {
        using var writer = connection.BeginBinaryImport("COPY measures (\"Id\", \"Team\", \"X\", \"Y\") FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            writer.StartRow();
            writer.Write(row.Id);
            writer.Write(row.Team);
            writer.Write(row.X);
            writer.Write(row.Y);
        }

        writer.Complete();
    }
}
