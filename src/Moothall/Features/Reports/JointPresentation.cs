namespace Moothall.Features.Reports;

/// <summary>That council, police and fire answer for the partnership together (S3-16).</summary>
public static class JointPresentation
{
    private static readonly (string Sector, string[] Marks)[] Sectors =
    [
        ("the council", ["Council"]),
        ("the police", ["Police", "Constabulary"]),
        ("the fire and rescue service", ["Fire"]),
    ];

    /// <summary>Those of the three that none of these organisations belongs to, told by their names.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<string> organisations)
    {
        var names = organisations.ToList();
        return
        [
            .. Sectors
                .Where(one =>
                    !names.Exists(name =>
                        one.Marks.Any(mark =>
                            name.Contains(mark, StringComparison.OrdinalIgnoreCase)
                        )
                        // The commissioner's office and fire authorities of a police area are named after both.
                        && !name.Contains("Commissioner", StringComparison.OrdinalIgnoreCase)
                    )
                )
                .Select(one => one.Sector),
        ];
    }
}
