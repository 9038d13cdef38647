using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>What will be written, in the words of the pages on which it will stand.</summary>
internal static class PlannedWords
{
    public static IReadOnlyList<ShownValue> Of(PlannedCase one) =>
        Said(
            ("Title", one.Title),
            ("", one.TitleBecause),
            ("Called before", one.OldReference),
            ("About", DisplayNames.Of(one.Kind)),
            ("Status", one.IsMonitored ? "Monitoring" : "Open"),
            ("Opened", UkTime.Date(one.OpenedOn)),
            ("Topics", string.Join(", ", one.Topics.Select(topic => topic.Label))),
            ("People", string.Join("\n", one.People.Select(Of))),
            ("Places", string.Join("\n", one.Places)),
            ("Agency", one.Agency is { } agency ? $"{agency.Name} (may see the case)" : ""),
            ("Notes", string.Join("\n", one.Notes)),
            (
                "Who can see it",
                one.Visibility switch
                {
                    CaseVisibility.Hub =>
                        "The team and the chair; every member once it is on a published agenda",
                    CaseVisibility.NamedAgencies =>
                        "The team, the chair and named agencies, because of its topic",
                    _ => "Named people only",
                }
            )
        );

    public static IReadOnlyList<ShownValue> Of(PlannedAction one) =>
        Said(
            ("Action", one.Text),
            ("Owner", one.Owner.Name + (one.Person is { } person ? $", {person.Name}" : "")),
            ("Due", UkTime.Date(one.Due) + (one.DueIsNextHub ? " (the next hub)" : "")),
            (
                "Agreed",
                one.AgreedOn is { } agreed ? UkTime.Date(agreed) : "before it was brought in"
            ),
            ("Case", one.Case is { } found ? found.Reference : "none: every member can see it"),
            ("Update", one.Update)
        );

    public static IReadOnlyList<ShownValue> Of(PlannedMember one) =>
        Said(
            ("Member", one.Existing is null ? one.Name : $"{one.Existing.Name}, a member already"),
            ("Organisation", one.Existing is null ? one.OrganisationName : ""),
            (
                "Stands for",
                one.Existing is not null ? ""
                : one.IsService ? "A service of an organisation"
                : "An organisation"
            ),
            (
                "Represented by",
                string.Join("\n", one.People.Where(person => person.Account is not null).Select(Of))
            ),
            (
                "To be invited by an administrator",
                string.Join("\n", one.People.Where(person => person.IsPrepared).Select(Of))
            ),
            ("Note", one.Note),
            (
                "Meeting content",
                one.Existing is null ? "Shut until its basis for sharing is recorded" : ""
            )
        );

    private static string Of(PlannedPerson person)
    {
        var born =
            person.Born is { } date ? $"born {UkTime.Date(date)}"
            : person.Age is { } age ? $"about {age}"
            : "date of birth not known";
        var where = string.Join(
            ", ",
            new[]
            {
                person.Address,
                person.Postcode,
                person.Telephone,
                person is { IsKept: true, HiddenAddress: not "" }
                    ? "address kept for named people"
                    : "",
                person is { IsKept: true, HiddenTelephone: not "" }
                    ? "telephone number kept for named people"
                    : "",
            }.Where(text => text.Length > 0)
        );
        return $"{person.Name.Full}, {born}, {DisplayNames.Of(person.Role).ToLowerInvariant()}{(where.Length > 0 ? $", {where}" : "")}";
    }

    private static string Of(PlannedRepresentative person) =>
        string.Join(
            ", ",
            new[]
            {
                person.Name,
                person.Post,
                person.Email,
                person.IsPrepared ? person.Telephone : "",
                person.IsDeputy ? "deputy" : "",
            }.Where(text => text.Length > 0)
        );

    private static IReadOnlyList<ShownValue> Said(params (string Label, string Value)[] values) =>
        [
            .. values
                .Where(one => one.Value.Length > 0)
                .Select(one => new ShownValue(one.Label, one.Value)),
        ];
}
