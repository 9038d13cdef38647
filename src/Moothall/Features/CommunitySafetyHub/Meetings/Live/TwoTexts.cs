using System.Security.Cryptography;
using System.Text;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>What two people write in one box: found out, and kept both.</summary>
public static class TwoTexts
{
    /// <summary>Stands for texts without repeating them. Line ends count alike, whichever the browser sends.</summary>
    public static string MarkOf(params string[] texts) =>
        Convert.ToHexString(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(string.Join('\0', texts).ReplaceLineEndings("\n"))
            )
        )[..16];

    /// <summary>Both, theirs above; one where it holds the other or the other is empty.</summary>
    public static string Joined(string theirs, string yours) => Joined(theirs, yours, "\n");

    /// <summary>The same for a box of one line.</summary>
    public static string JoinedInLine(string theirs, string yours) => Joined(theirs, yours, "; ");

    /// <summary>What an item says, above what you say of it.</summary>
    public static (string Summary, string Decision, string Dissent) Joined(
        Agendas.AgendaItem item,
        string summary,
        string decision,
        string dissent
    ) =>
        (
            Joined(item.Summary, summary),
            JoinedInLine(item.Decision, decision),
            JoinedInLine(item.Dissent, dissent)
        );

    private static string Joined(string theirs, string yours, string between) =>
        theirs.Length == 0 || yours.Contains(theirs, StringComparison.Ordinal) ? yours
        : yours.Length == 0 ? theirs
        : theirs + between + yours;
}
