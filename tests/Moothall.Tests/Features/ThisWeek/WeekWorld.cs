using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.ThisWeek;

/// <summary>A week half done: two cases on the next agenda, one open to the hub and one to named agencies; referrals; actions; last week's minutes.</summary>
internal static class WeekWorld
{
    private static readonly Guid LastMeeting = new("00000000-0000-7000-8000-000000000049");

    /// <summary>Adds it and gives the agenda item of the case that is open to the hub.</summary>
    public static async Task<Guid> FillAsync(Moot moot)
    {
        var open = NewCase("CSH-2026-AAAA", "PLANTED-HUB-TITLE", CaseVisibility.Hub);
        var named = NewCase("CSH-2026-BBBB", "PLANTED-NAMED-TITLE", CaseVisibility.NamedAgencies);
        var item = Item(open, 1);
        await moot.AddAsync(
            new HubMeeting
            {
                Id = LastMeeting,
                BodyId = World.Hub,
                StartsAt = new(2026, 11, 17, 10, 0, 0, DateTimeKind.Utc),
                Minutes = 60,
                CutOffAt = new(2026, 11, 16, 12, 0, 0, DateTimeKind.Utc),
                Status = MeetingStatus.Ended,
                PublishedAt = new(2026, 11, 16, 15, 0, 0, DateTimeKind.Utc),
            },
            open,
            named,
            item,
            Item(named, 2),
            new Minutes
            {
                MeetingId = LastMeeting,
                CreatedAt = TestClock.MondayMorning.AddDays(-6),
            },
            Action(World.PoliceMember, open),
            Action(World.CharityMember, named),
            Referral("REF-2026-AAAA", World.Police, People.Police, ReferralStatus.Submitted),
            Referral("REF-2026-BBBB", World.Charity, People.Charity, ReferralStatus.Submitted),
            Referral("REF-2026-CCCC", World.Council, People.Housing, ReferralStatus.Returned)
        );
        return item.Id;
    }

    private static HubCase NewCase(string reference, string title, CaseVisibility visibility) =>
        new()
        {
            BodyId = World.Hub,
            Reference = reference,
            Kind = CaseKind.Place,
            Title = title,
            Visibility = visibility,
            OpenedAt = TestClock.MondayMorning.AddDays(-8),
        };

    private static AgendaItem Item(HubCase hubCase, int order) =>
        new()
        {
            MeetingId = World.NextMeeting,
            Part = AgendaPart.B,
            Kind = AgendaItemKind.NewCase,
            Order = order,
            Title = $"{hubCase.Reference}: {hubCase.Title}",
            Minutes = 5,
            CaseId = hubCase.Id,
        };

    private static HubAction Action(Guid owner, HubCase hubCase) =>
        new()
        {
            BodyId = World.Hub,
            CaseId = hubCase.Id,
            MeetingId = LastMeeting,
            Text = "PLANTED-ACTION",
            OwnerMembershipId = owner,
            OwnerName = "Owner",
            Due = new(2026, 11, 24),
            AgreedAt = TestClock.MondayMorning.AddDays(-6),
        };

    private static Record Referral(
        string reference,
        Guid organisation,
        Person by,
        ReferralStatus status
    ) =>
        new Referral
        {
            BodyId = World.Hub,
            Reference = reference,
            OrganisationId = organisation,
            ReferredById = by.Id,
            ReferredByName = by.Name,
            Details = new() { Kind = CaseKind.Place, Title = "PLANTED-REFERRAL" },
            Status = status,
            SubmittedAt = TestClock.MondayMorning.AddHours(-1),
        };
}
