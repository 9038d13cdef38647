namespace Moothall.Matching;

/// <summary>
/// What is expected before any data is seen: how often two records of one person agree how far, and two of strangers. The
/// data overrule it; it keeps a field that is seldom filled in, or a list just begun, from being judged by a handful of pairs.
/// </summary>
internal static class Expectations
{
    /// <summary>How many pairs' worth of data the expectation counts as.</summary>
    public const double Pairs = 20;

    /// <summary>How many pairs' worth of data the expectation of strangers counts as: as many as in a list of 64.</summary>
    public const double Strangers = 2_000;

    /// <summary>The share of pairs that are one person in such a list; a shorter one is thought to have no more.</summary>
    public const double LargestShare = 1.0 / 64;

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

    /// <summary>The same of two people who have nothing to do with each other.</summary>
    public static double[] OfStrangers(FieldKind kind) =>
        kind switch
        {
            FieldKind.GivenName => [0, .944, .03, .008, .011, .001, .006],
            FieldKind.FamilyName => [0, .976, .02, .002, .001, 0, .001],
            FieldKind.Date => [0, .97996, .0135, .0013, .0051, .0001, .00004],
            FieldKind.Postcode => [0, .9288, .07, .001, 0, 0, .0002],
            FieldKind.HouseNumber => [0, .88, 0, .1, 0, 0, .02],
            FieldKind.Address => [0, .9879, .01, .002, 0, 0, .0001],
            FieldKind.Place => [0, .87, .02, .01, 0, 0, .1],
            FieldKind.Region => [0, .8, 0, 0, 0, 0, .2],
            FieldKind.Email => [0, .9889, .01, .001, .0001, 0, .00001],
            _ => [0, .99889, .001, .0001, 0, 0, .00001],
        };
}
