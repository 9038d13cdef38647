namespace Moothall.Features.Scrutiny.Reviews;

/// <summary>
/// The annual review is presented by council, police and fire together (S3-16). It is a recommendation of scrutiny and not law,
/// so what is missing is said and nothing is forbidden.
/// </summary>
public static class JointPresenting
{
    /// <summary>Who of the three did not present.</summary>
    /// <param name="presenters">Each presenter's organisation, whether it is a responsible authority, and the post.</param>
    public static IReadOnlyList<string> Missing(
        IReadOnlyCollection<(string Organisation, bool IsAuthority, string Post)> presenters
    )
    {
        List<string> missing = [];
        // Parish councils and councils of charities are no responsible authorities.
        // "London Borough of Camden", "City of York".
        if (
            !presenters.Any(one =>
                one.IsAuthority
                && (
                    Has(one.Organisation, "Council")
                    || Has(one.Organisation, "Borough")
                    || Has(one.Organisation, "City of")
                )
            )
        )
        {
            missing.Add("the council");
        }

        if (
            !presenters.Any(one =>
                IsNoCommissioner(one.Organisation)
                && (Has(one.Organisation, "Police") || Has(one.Organisation, "Constabulary"))
            )
        )
        {
            missing.Add("the police");
        }

        // Some fire services are a county council's own: there the post says so.
        if (
            !presenters.Any(one =>
                IsNoCommissioner(one.Organisation)
                && (Has(one.Organisation, "Fire") || (one.IsAuthority && Has(one.Post, "Fire")))
            )
        )
        {
            missing.Add("the fire and rescue service");
        }

        return missing;
    }

    /// <summary>What is missing of an annual review in a sentence; empty where nothing is.</summary>
    public static string Words(IReadOnlyList<string> missing, bool held) =>
        missing.Count == 0
            ? ""
            : $"An annual review is presented by council, police and fire together. "
                + (held ? "Not there: " : "Not named yet: ")
                + string.Join(", ", missing)
                + ".";

    // A commissioner holds the police to account and is not the police.
    private static bool IsNoCommissioner(string organisation) => !Has(organisation, "Commissioner");

    private static bool Has(string text, string word) =>
        text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
