namespace Moothall.Features.Partnership.Members;

/// <summary>The bodies that section 5(1) of the Crime and Disorder Act 1998 binds (R1.2), by what their names have in common.</summary>
internal static class ResponsibleAuthorities
{
    private static readonly string[] Endings =
    [
        "District Council",
        "Borough Council",
        "City Council",
        "County Council",
        "Police",
        "Constabulary",
        "Fire and Rescue Service",
        "Probation Service",
        "Integrated Care Board",
    ];

    /// <summary>Whether a body of this name is taken for one when it is first written; a person may say otherwise later.</summary>
    public static bool Includes(string name) =>
        Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal));
}
