using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Members;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>Whether someone in the room may hear an item, for the chair who asks people to step out.</summary>
public static class Hearing
{
    /// <summary>Why the person should step out for this item, in a few words; nothing where they may stay.</summary>
    /// <param name="entry">Their line of the register, with the items they are invited for.</param>
    /// <param name="member">The member they attend for, if any.</param>
    /// <param name="item">The item, with its case's shares and exclusions where it has a case.</param>
    public static string? StepsOutBecause(
        AttendanceEntry entry,
        HubMembership? member,
        AgendaItem item
    )
    {
        if (item.Case?.Exclusions.Any(shut => shut.UserId == entry.UserId) == true)
        {
            return "shut out of this case";
        }

        var named = item.Case?.Shares.Any(share =>
            share.UserId is not null && share.UserId == entry.UserId
        );
        if (item.Part == AgendaPart.A || named == true || IsInvitedTo(entry, item))
        {
            return null;
        }

        var runs = entry.Kind is AttendeeKind.Team or AttendeeKind.Chair;
        if (!runs && member is not { SeesCases: true })
        {
            return "no access to named cases";
        }

        return item.Case?.Visibility switch
        {
            CaseVisibility.NamedPeople => "not one of the people named",
            CaseVisibility.NamedAgencies when !runs && !IsNamed(item.Case, member) =>
                "not one of the agencies named",
            _ => null,
        };
    }

    private static bool IsInvitedTo(AttendanceEntry entry, AgendaItem item) =>
        entry.Items.Any(invited => invited.ItemId == item.Id);

    private static bool IsNamed(HubCase hubCase, HubMembership? member) =>
        hubCase.Shares.Any(share =>
            share.OrganisationId is not null && share.OrganisationId == member?.OrganisationId
        );
}
