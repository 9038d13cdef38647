namespace Moothall.Platform;

/// <summary>What a rule decided, with the reason in a sentence the person who asked may read.</summary>
/// <param name="Allowed">Whether the thing asked for may be done.</param>
/// <param name="Reason">Why, in plain English; never empty.</param>
public sealed record Verdict(bool Allowed, string Reason)
{
    public static Verdict Yes(string reason) => new(true, reason);

    public static Verdict No(string reason) => new(false, reason);
}
