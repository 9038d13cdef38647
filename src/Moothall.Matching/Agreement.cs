namespace Moothall.Matching;

/// <summary>How far two values of a field agree.</summary>
public enum Agreement : byte
{
    /// <summary>One of them is not known, which speaks neither for nor against.</summary>
    Missing,

    /// <summary>They have nothing to do with each other.</summary>
    Different,

    /// <summary>They resemble each other: much the same letters, the same year, the same postal area.</summary>
    Similar,

    /// <summary>A slip of the hand apart.</summary>
    Close,

    /// <summary>Another form: a short form of a name, a part of it, a date that shares two of its three parts.</summary>
    Variant,

    /// <summary>Forename and surname, or day and month, in each other's place.</summary>
    Exchanged,

    /// <summary>The same.</summary>
    Exact,
}

internal static class Agreements
{
    public const int Count = 7;
}
