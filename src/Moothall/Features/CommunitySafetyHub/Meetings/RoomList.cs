using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Members;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>Someone in the room or on the call, as the chair reads them out.</summary>
/// <param name="Name">The person.</param>
/// <param name="Agency">Whom they act for.</param>
/// <param name="Why">Why they step out, in a few words; empty where they stay.</param>
public sealed record RoomPerson(string Name, string Agency, string Why)
{
    /// <summary>"Petra Novak, Testshire Police".</summary>
    public string Words => Agency.Length > 0 ? $"{Name}, {Agency}" : Name;
}

/// <summary>Who stays for an item and who is asked to step out, for whoever runs the meeting.</summary>
/// <param name="Stays">Those who stay.</param>
/// <param name="StepsOut">Those who step out, each with the reason.</param>
/// <param name="IsRestricted">Whether the item is for fewer than the hub.</param>
public sealed record RoomList(
    IReadOnlyList<RoomPerson> Stays,
    IReadOnlyList<RoomPerson> StepsOut,
    bool IsRestricted
)
{
    /// <summary>Sorts everyone who is here, for one item.</summary>
    /// <param name="meeting">The meeting with its register and the items invitees are here for.</param>
    /// <param name="members">The memberships of the hub, by their keys.</param>
    /// <param name="item">The item, with its case's shares and exclusions where it has a case.</param>
    public static RoomList Of(
        HubMeeting meeting,
        IReadOnlyDictionary<Guid, HubMembership> members,
        AgendaItem item
    )
    {
        var sorted = meeting
            .Register.Where(entry => entry.IsHere)
            .OrderBy(entry => entry.OrganisationName, StringComparer.OrdinalIgnoreCase)
            .ThenBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
            .Select(entry => new RoomPerson(
                entry.Name,
                entry.OrganisationName,
                Why(meeting, members, item, entry) ?? ""
            ))
            .ToList();
        return new(
            [.. sorted.Where(one => one.Why.Length == 0)],
            [.. sorted.Where(one => one.Why.Length > 0)],
            item.Case is { Visibility: not CaseVisibility.Hub } or { Exclusions.Count: > 0 }
        );
    }

    /// <summary>Why one person in the room steps out for an item; nothing where they stay.</summary>
    public static string? Why(
        HubMeeting meeting,
        IReadOnlyDictionary<Guid, HubMembership> members,
        AgendaItem item,
        AttendanceEntry entry
    )
    {
        HubMembership? MemberOf(AttendanceEntry one) =>
            one.MembershipId is { } id ? members.GetValueOrDefault(id) : null;

        if (entry.WaitsItemId == item.Id)
        {
            return "came late, joins at the next item";
        }

        if (entry.Kind != AttendeeKind.Interpreter || item.Part == AgendaPart.A)
        {
            return Hearing.StepsOutBecause(entry, MemberOf(entry), item);
        }

        // An interpreter hears what the person they interpret for hears, and not a word more.
        if (item.Case?.Exclusions.Any(shut => shut.UserId == entry.UserId) == true)
        {
            return "shut out of this case";
        }

        var speaksFor = meeting.Register.Find(one => one.Id == entry.InterpretsForId);
        return
            speaksFor is not { IsHere: true }
            || Hearing.StepsOutBecause(speaksFor, MemberOf(speaksFor), item) is not null
            ? $"interprets for {entry.InterpretsForName}, who is not in this item"
            : null;
    }
}
