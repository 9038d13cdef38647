namespace Moothall.Matching;

/// <summary>What a field holds; it decides how two values are compared.</summary>
public enum FieldKind
{
    /// <summary>A forename, with short forms and forenames written in the surname's place.</summary>
    GivenName,

    /// <summary>A surname.</summary>
    FamilyName,

    /// <summary>A date, with day and month exchanged and digits transposed.</summary>
    Date,

    /// <summary>A postcode.</summary>
    Postcode,

    /// <summary>The number of a house or flat.</summary>
    HouseNumber,

    /// <summary>A line of an address.</summary>
    Address,

    /// <summary>A town or suburb.</summary>
    Place,

    /// <summary>One of a few large areas, such as a county or state.</summary>
    Region,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A number that is meant to be one person's alone.</summary>
    Identifier,
}

/// <summary>A column of a list of people.</summary>
/// <param name="Name">How an explanation names it.</param>
/// <param name="Kind">What it holds.</param>
public sealed record Field(string Name, FieldKind Kind)
{
    /// <summary>Whether it changes when a person moves house.</summary>
    public bool IsResidence =>
        Kind
            is FieldKind.Postcode
                or FieldKind.HouseNumber
                or FieldKind.Address
                or FieldKind.Place
                or FieldKind.Region;

    /// <summary>Whether it tells one home from another.</summary>
    internal bool IsDwelling => IsResidence && Kind is not (FieldKind.Place or FieldKind.Region);

    internal bool IsName => Kind is FieldKind.GivenName or FieldKind.FamilyName;

    /// <summary>Where the first field of a kind stands, or -1.</summary>
    internal static int Find(IReadOnlyList<Field> fields, FieldKind kind)
    {
        for (var field = 0; field < fields.Count; field++)
            if (fields[field].Kind == kind)
                return field;
        return -1;
    }
}
