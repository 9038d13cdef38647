using System.Text.RegularExpressions;
using Moothall.Platform.Spelling;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>How near words are to the name of an agency.</summary>
public enum AgencyNearness
{
    /// <summary>They say all of its name and more.</summary>
    More,

    /// <summary>They are a part of its name: "Fire" of "Highshire Fire and Rescue Service".</summary>
    Part,

    /// <summary>They are its name, but for words such as "service".</summary>
    Whole,
}

/// <summary>
/// Finds the agency that words nearly name: whole words of its name, or of the name of one of its services, whatever their case,
/// accents and signs.
/// </summary>
public static partial class NearAgency
{
    // Words that an agency is named with or without.
    private static readonly string[] Small =
    [
        "and",
        "the",
        "of",
        "for",
        "in",
        "office",
        "service",
        "services",
        "team",
        "teams",
    ];

    /// <summary>The agency; nothing where none fits, or where two fit as well as each other.</summary>
    /// <param name="words">The words of the plan.</param>
    /// <param name="world">The organisations of the partnership and their services.</param>
    /// <param name="atLeast">How near it has to be.</param>
    public static (Guid Id, string Name)? Find(
        string words,
        PlanWorld world,
        AgencyNearness atLeast
    )
    {
        var asked = Parts(words);
        if (asked.Count == 0)
        {
            return null;
        }

        // "Police" is more of "Highshire Police" than of "Highshire Police and Crime Commissioner".
        var best = (
            from one in Named(world)
            let name = Parts(one.Name)
            let nearness = Nearness(asked, name)
            // A service of another council is none of ours, though ours has one of that name.
            where
                nearness >= atLeast
                && (nearness != AgencyNearness.More || world.Organisations.Contains(one))
            group one by (Nearness: nearness.Value, Apart: -Math.Abs(name.Count - asked.Count))
        ).MaxBy(group => group.Key);
        return best?.Select(one => one.Id).Distinct().ToList() is [var only]
            ? (only, world.Organisations.First(one => one.Id == only).Name)
            : null;
    }

    private static AgencyNearness? Nearness(HashSet<string> asked, HashSet<string> name) =>
        name.SetEquals(asked) ? AgencyNearness.Whole
        : name.IsSupersetOf(asked) ? AgencyNearness.Part
        : name.Count > 0 && name.IsSubsetOf(asked) ? AgencyNearness.More
        : null;

    // Each by its whole name, and a service by what stands after the dash in "Highshire Council – Trading Standards" too.
    private static IEnumerable<(Guid Id, string Name)> Named(PlanWorld world) =>
        world
            .Organisations.Concat(world.Services)
            .Concat(
                from one in world.Services
                let dash = Dash().Match(one.Name)
                where dash.Success
                select (one.Id, one.Name[(dash.Index + dash.Length)..])
            );

    private static HashSet<string> Parts(string name) =>
        [
            .. Signs()
                .Split(name)
                .Select(FoldedText.Letters)
                .Where(part => part.Length > 0 && !Small.Contains(part)),
        ];

    [GeneratedRegex(@"\s[-–—]\s", RegexOptions.None, 1000)]
    private static partial Regex Dash();

    // An apostrophe stands within a word.
    [GeneratedRegex(@"[^\p{L}\p{M}\p{Nd}'’‘]+", RegexOptions.None, 1000)]
    private static partial Regex Signs();
}
