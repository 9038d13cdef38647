namespace Moothall.Matching;

/// <summary>
/// What is expected before any data is seen: how often two records of one person agree how far. The data overrule it;
/// it keeps a field that is seldom filled in from being judged by a handful of pairs.
/// </summary>
internal static class Expectations
{
    /// <summary>How many pairs' worth of data the expectation counts as.</summary>
    public const double Pairs = 20;

    /// <summary>How many of a hundred people have moved house between two records.</summary>
    public const double Moved = 0.1;

    /// <summary>By agreement, from missing to exact.</summary>
    public static double[] Of(FieldKind kind) =>
        kind switch
        {
            FieldKind.GivenName => [0, .05, .03, .08, .05, .01, .78],
            FieldKind.FamilyName => [0, .06, .03, .08, .03, .01, .79],
            FieldKind.Date => [0, .02, .01, .05, .03, .01, .88],
            FieldKind.Postcode => [0, .04, .03, .08, 0, 0, .85],
            FieldKind.HouseNumber => [0, .08, 0, .05, 0, 0, .87],
            FieldKind.Address => [0, .08, .06, .12, 0, 0, .74],
            FieldKind.Place => [0, .08, .06, .12, 0, 0, .74],
            FieldKind.Region => [0, .05, 0, 0, 0, 0, .95],
            FieldKind.Email => [0, .08, .04, .08, .05, 0, .75],
            FieldKind.Phone => [0, .10, .01, .05, 0, 0, .84],
            _ => [0, .02, .01, .05, 0, 0, .92],
        };
}
