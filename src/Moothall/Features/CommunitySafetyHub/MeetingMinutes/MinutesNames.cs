using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Data;
using Moothall.Platform.Spelling;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>A name that still stands in a section, or in its heading, and stops the signing.</summary>
public sealed record NameFinding(MinutesSection Section, bool InHeading, NameOccurrence Occurrence)
{
    private const int Around = 60;

    /// <summary>The words before and after it, for the person who decides.</summary>
    public (string Before, string After) Context
    {
        get
        {
            var (text, start) = (InHeading ? Section.Heading : Section.Text, Occurrence.Start);
            var end = start + Occurrence.Words.Length;
            return (
                (start > Around ? "…" : "") + text[Math.Max(0, start - Around)..start],
                text[end..Math.Min(text.Length, end + Around)]
                    + (end + Around < text.Length ? "…" : "")
            );
        }
    }
}

/// <summary>Checks the text of minutes for the names of everyone known in the meeting, and for full names of anyone else of the hub (settled 12).</summary>
public static class MinutesNames
{
    /// <summary>
    /// Everyone in the cases of the meeting, in the referrals they came from and in the referrals for it, always in the same order, so that
    /// initials stay the same. The names are compared, never shown, so no reading is noted.
    /// </summary>
    public static Task<IReadOnlyList<KnownName>> KnownAsync(
        MoothallDb db,
        Guid meetingId,
        IReadOnlyCollection<Guid> cases,
        CancellationToken cancel = default
    )
    {
        var referrals = db.Set<Referral>()
            .Where(referral =>
                referral.MeetingId == meetingId
                || (referral.CaseId != null && cases.Contains(referral.CaseId.Value))
            )
            .Select(referral => referral.Id);
        return KnownAsync(
            db.Set<CasePerson>()
                .Where(person =>
                    (person.CaseId != null && cases.Contains(person.CaseId.Value))
                    || (person.ReferralId != null && referrals.Contains(person.ReferralId.Value))
                ),
            cancel
        );
    }

    /// <summary>Everyone in a case or a referral of the hub, for a text that may be about any of them.</summary>
    public static Task<IReadOnlyList<KnownName>> KnownInHubAsync(
        MoothallDb db,
        Guid bodyId,
        CancellationToken cancel = default
    ) => KnownAsync(HubPeople.Of(db, bodyId), cancel);

    /// <summary>
    /// Those of a meeting and its cases, then everyone else of the hub by their full name: a word about another case is as much of a
    /// leak, but its forenames and surnames alone would stop half the sentences.
    /// </summary>
    public static async Task<IReadOnlyList<KnownName>> KnownHereAndElsewhereAsync(
        MoothallDb db,
        Guid bodyId,
        Guid meetingId,
        IReadOnlyCollection<Guid> cases,
        CancellationToken cancel = default
    )
    {
        var here = await KnownAsync(db, meetingId, cases, cancel);
        var already = here.Select(name => InFull(name.Forenames, name.Surname)).ToHashSet();
        var elsewhere = (await KnownInHubAsync(db, bodyId, cancel)).Where(name =>
            !already.Contains(InFull(name.Forenames, name.Surname))
        );
        return [.. here, .. elsewhere.Select(name => name with { OnlyInFull = true })];
    }

    private static string InFull(string givenNames, string familyName) =>
        FoldedText.Letters($"{givenNames}/{familyName}");

    private static async Task<IReadOnlyList<KnownName>> KnownAsync(
        IQueryable<CasePerson> anyone,
        CancellationToken cancel
    )
    {
        var people = await anyone
            .Select(person => new
            {
                person.Id,
                person.GivenNames,
                person.FamilyName,
                person.KnownAs,
            })
            .ToListAsync(cancel);
        return
        [
            .. people
                .OrderBy(person => person.Id.ToString(), StringComparer.Ordinal)
                // One person may stand in a referral and in its case, and must not become two sets of initials.
                .GroupBy(person => InFull(person.GivenNames, person.FamilyName))
                .Select(same => new KnownName(
                    same.First().GivenNames,
                    same.First().FamilyName,
                    string.Join(' ', same.Select(person => person.KnownAs).Distinct())
                )),
        ];
    }

    /// <summary>What the minutes call a person.</summary>
    public static string InitialsOf(
        string givenNames,
        string familyName,
        IReadOnlyList<KnownName> known
    ) =>
        InitialsCheck
            .Find([new("", $"{givenNames} {familyName}".Trim())], known)
            .FirstOrDefault()
            ?.Initials
        ?? NameIndex.InitialsOf(new(givenNames, familyName));

    /// <summary>The names in the text that are neither initials nor accepted, in the order of the text.</summary>
    public static async Task<IReadOnlyList<NameFinding>> UnresolvedAsync(
        MoothallDb db,
        Minutes minutes,
        CancellationToken cancel = default
    )
    {
        var cases = minutes.Sections.Select(section => section.CaseId).OfType<Guid>().ToHashSet();
        var bodyId = await db.HubOfAsync(minutes, cancel);
        var known = await KnownHereAndElsewhereAsync(db, bodyId, minutes.MeetingId, cases, cancel);
        var accepted = await db.Set<NameAccepted>()
            .AsNoTracking()
            .Where(one => one.MinutesId == minutes.Id)
            .ToListAsync(cancel);
        var attending = await db.Set<Meetings.AttendanceEntry>()
            .Where(entry => entry.MeetingId == minutes.MeetingId)
            .Select(entry => entry.Name)
            .ToListAsync(cancel);
        var officers = attending.Concat(await AccountsAsync(db, cancel));
        var sections = minutes.Sections.OrderBy(section => section.Order).ToList();
        var blocks = sections.SelectMany(one => new[] { HeadingOf(one), TextOf(one) }).ToList();
        var found = Find(blocks, known, officers);
        return Unresolved(found, sections, accepted);
    }

    /// <summary>The heading of a section as a text to look through: titles come from lists and referrals (S1-7.2h).</summary>
    public static TextBlock HeadingOf(MinutesSection section) =>
        new($"{section.Id}/heading", section.Heading);

    /// <summary>The text of a section as a text to look through.</summary>
    public static TextBlock TextOf(MinutesSection section) => new($"{section.Id}", section.Text);

    private static IReadOnlyList<NameFinding> Unresolved(
        IEnumerable<NameOccurrence> found,
        IReadOnlyList<MinutesSection> sections,
        IReadOnlyList<NameAccepted> accepted
    )
    {
        var headings = sections.ToDictionary(section => HeadingOf(section).Key);
        var texts = sections.ToDictionary(section => TextOf(section).Key);
        // What was accepted in a section stands in its heading too; throughout, where no section is named.
        var kept = accepted.SelectMany(one =>
            one.SectionId is { } id
                ? new[] { $"{id}", $"{id}/heading" }.Select(key => new AcceptedName(
                    key,
                    one.Word,
                    one.Why
                ))
                : [new AcceptedName(null, one.Word, one.Why)]
        );
        return
        [
            .. InitialsCheck
                .Unresolved(found, kept)
                .Select(one =>
                    headings.TryGetValue(one.BlockKey, out var section)
                        ? new NameFinding(section, InHeading: true, one)
                        : new NameFinding(texts[one.BlockKey], InHeading: false, one)
                ),
        ];
    }

    /// <summary>The names in the texts. An officer's full name ("Petra Novak") is not the name of another Petra in a case.</summary>
    public static IEnumerable<NameOccurrence> Find(
        IReadOnlyList<TextBlock> blocks,
        IReadOnlyList<KnownName> known,
        IEnumerable<string> officers
    )
    {
        var meant = known
            .Where(name => !name.OnlyInFull)
            .Select(name => FoldedText.Letters($"{name.Forenames} {name.Surname}"))
            .ToHashSet();
        var others = officers
            .Where(name => name.Contains(' ', StringComparison.Ordinal))
            .Where(name => !meant.Contains(FoldedText.Letters(name)))
            .ToHashSet(StringComparer.Ordinal);
        var spans = blocks.ToDictionary(
            block => block.Key,
            block => others.SelectMany(name => Spans(block.Text, name)).ToList()
        );
        return InitialsCheck
            .Find(blocks, known)
            .Where(one =>
                !spans[one.BlockKey]
                    .Exists(span =>
                        span.Start <= one.Start && one.Start + one.Words.Length <= span.End
                    )
            );
    }

    /// <summary>The names of everyone with an account, who are officers.</summary>
    public static Task<List<string>> AccountsAsync(
        MoothallDb db,
        CancellationToken cancel = default
    ) => db.Set<Platform.Access.User>().Select(user => user.Name).ToListAsync(cancel);

    private static IEnumerable<(int Start, int End)> Spans(string text, string words)
    {
        for (
            var at = text.IndexOf(words, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(words, at + words.Length, StringComparison.Ordinal)
        )
        {
            yield return (at, at + words.Length);
        }
    }
}
