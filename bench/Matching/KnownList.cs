using Moothall.Matching;

namespace Moothall.Bench.Matching;

/// <summary>People whose true identity is known, to measure against; the linkage never sees it.</summary>
/// <param name="Name">What the list is called.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Rows">Its people.</param>
/// <param name="Truth">For each the identity.</param>
internal sealed record KnownList(
    string Name,
    IReadOnlyList<Field> Fields,
    IReadOnlyList<IReadOnlyList<string?>> Rows,
    IReadOnlyList<string> Truth
)
{
    private static readonly Dictionary<string, FieldKind> Kinds = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["given"] = FieldKind.GivenName,
        ["family"] = FieldKind.FamilyName,
        ["born"] = FieldKind.Date,
        ["postcode"] = FieldKind.Postcode,
        ["number"] = FieldKind.HouseNumber,
        ["address"] = FieldKind.Address,
        ["place"] = FieldKind.Place,
        ["region"] = FieldKind.Region,
        ["email"] = FieldKind.Email,
        ["phone"] = FieldKind.Phone,
        ["id"] = FieldKind.Identifier,
    };

    /// <summary>The words that a map may use.</summary>
    public static string Words => string.Join(", ", Kinds.Keys);

    /// <summary>Reads a list.</summary>
    /// <param name="path">The file.</param>
    /// <param name="map">Pairs of a kind of field and a column, as in given=COLUMN,family=COLUMN.</param>
    /// <param name="truth">The column that tells who is who.</param>
    /// <param name="identity">How the identity is read from that column.</param>
    public static KnownList Read(
        string path,
        string map,
        string truth,
        Func<string, string>? identity = null
    )
    {
        var file = CsvFile.Read(path);
        var columns = map.Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
            .Select(pair => pair.Split('=', 2))
            .Select(pair =>
                pair.Length == 2 && Kinds.TryGetValue(pair[0].Trim(), out var kind)
                    ? new Field(pair[1].Trim(), kind)
                    : throw new InvalidDataException(
                        $"--map wants pairs such as given=COLUMN; the kinds are {Words}."
                    )
            )
            .ToList();
        return new(
            Path.GetFileName(path),
            columns,
            [
                .. file.Rows.Select(row =>
                    columns.Select(field => (string?)file.Cell(row, field.Name)).ToArray()
                ),
            ],
            [.. file.Rows.Select(row => (identity ?? (text => text))(file.Cell(row, truth)))]
        );
    }

    /// <summary>FEBRL's third list: 5,000 records of 2,000 people. The identity stands in the record's number.</summary>
    public static KnownList Febrl3(string folder, bool withIdentifier) =>
        Read(
            Path.Combine(folder, "febrl", "dataset3.csv"),
            "given=given_name,family=surname,number=street_number,address=address_1,address=address_2,place=suburb,postcode=postcode,region=state,born=date_of_birth"
                + (withIdentifier ? ",id=soc_sec_id" : ""),
            "rec_id",
            record => string.Join('-', record.Split('-').Take(2))
        ) with
        {
            Name = withIdentifier ? "FEBRL 3" : "FEBRL 3 without its identifier",
        };

    /// <summary>Splink's example: 1,000 records with many gaps and slips.</summary>
    public static KnownList Fake1000(string folder) =>
        Read(
            Path.Combine(folder, "fake_1000.csv"),
            "given=first_name,family=surname,born=dob,place=city,email=email",
            "cluster"
        ) with
        {
            Name = "fake_1000",
        };
}
