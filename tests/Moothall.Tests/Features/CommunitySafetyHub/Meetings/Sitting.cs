using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>
/// The hub of 24 November with a published agenda: formal items and a theme in part A; in part B the open actions, a case
/// open to the hub, and one open to named people only. Its clock starts on the day at 09:50.
/// </summary>
internal sealed record Sitting(
    Guid Theme,
    Guid Actions,
    Guid CaseItem,
    Guid SecretItem,
    Guid Last,
    Guid Case,
    Guid SecretCase,
    Guid OldAction
)
{
    public const string PersonMarker = "Zebulonfirth";
    public const string SecretMarker = "Quillonbane";
    public const string SecretTitle = "Secret matter Vexing";
    public const string CaseTitle = "Noise at night Markward";
    public static readonly string Live = $"/Meetings/{World.NextMeeting}/Live";
    public static readonly string Register = $"/Meetings/{World.NextMeeting}/Register";
    public static readonly string Sign = $"/Meetings/{World.NextMeeting}/Sign";

    /// <summary>What is ticked at the start.</summary>
    public static readonly (string Name, string? Value)[] Confirmed =
    [
        ("explained", "true"),
        ("recordingOff", "true"),
    ];

    /// <summary>The day of the meeting, ten minutes before it starts.</summary>
    public static readonly DateTime Morning = new(2026, 11, 24, 9, 50, 0, DateTimeKind.Utc);

    public static async Task<Sitting> PrepareAsync(Moot moot)
    {
        moot.Clock.Set(Morning);
        var open = Matter("CSH-2026-OPEN", CaseTitle, CaseVisibility.Hub, PersonMarker);
        var secret = Matter("CSH-2026-HUSH", SecretTitle, CaseVisibility.NamedPeople, SecretMarker);
        secret.Shares.Add(
            new()
            {
                CaseId = secret.Id,
                UserId = People.SecondCoordinator.Id,
                Why = "leads on it",
            }
        );
        AgendaItem[] items =
        [
            Item(1, AgendaPart.A, AgendaItemKind.Welcome, "Welcome"),
            Item(2, AgendaPart.A, AgendaItemKind.Urgent, "Scooters in the park"),
            Item(3, AgendaPart.B, AgendaItemKind.Actions, "Open actions"),
            Item(4, AgendaPart.B, AgendaItemKind.NewCase, $"{open.Reference}: {open.Title}", open),
            Item(5, AgendaPart.B, AgendaItemKind.NewCase, SecretTitle, secret),
            Item(6, AgendaPart.B, AgendaItemKind.AnyOther, "Any other business"),
        ];
        var past = new HubMeeting
        {
            BodyId = World.Hub,
            StartsAt = Morning.AddMinutes(10).AddDays(-7),
            Minutes = 60,
            CutOffAt = Morning.AddDays(-8),
            Status = MeetingStatus.Ended,
            PublishedAt = Morning.AddDays(-8),
        };
        var old = new HubAction
        {
            BodyId = World.Hub,
            CaseId = open.Id,
            MeetingId = past.Id,
            Text = "Visit the flat Oldmark",
            OwnerMembershipId = World.HousingMember,
            OwnerName = "Testbourne Council - Housing Options",
            OwnerUserId = People.Housing.Id,
            Due = new(2026, 11, 24),
            AgreedAt = past.StartsAt.AddMinutes(30),
        };
        await moot.WithAsync(async db =>
        {
            var meeting = await db.Set<HubMeeting>().SingleAsync(m => m.Id == World.NextMeeting);
            meeting.PublishedAt = Morning.AddDays(-1);
            meeting.Publication = 1;
            db.AddRange(open, secret, past, old);
            db.AddRange(items.AsEnumerable());
        });
        return new(
            items[1].Id,
            items[2].Id,
            items[3].Id,
            items[4].Id,
            items[5].Id,
            open.Id,
            secret.Id,
            old.Id
        );
    }

    /// <summary>Signs and says "I am here", by the pages' own buttons; the live page comes back.</summary>
    public static async Task<(Browser Browser, Page Page)> ComeAsync(Moot moot, Person person)
    {
        var browser = await moot.AsAsync(person);
        var signed = await browser.PostAsync(await browser.GetAsync(Sign), "Agree and sign");
        return (browser, await browser.PostAsync(signed, "I am here"));
    }

    /// <summary>Signs in the chair and the coordinator, and starts the meeting as the chair does.</summary>
    public static async Task<(Browser Chair, Page Page)> StartAsync(Moot moot)
    {
        var (chair, page) = await ComeAsync(moot, People.Chair);
        moot.Clock.Set(Morning.AddMinutes(10));
        page = await chair.PostAsync(page, "Start the meeting", null, Confirmed);
        Assert.Empty(page.Errors);
        return (chair, page);
    }

    /// <summary>Moves the meeting to an item by the button on its line of the agenda.</summary>
    public static async Task<Page> MoveAsync(Browser browser, string title)
    {
        var page = await browser.GetAsync(Live);
        var form = page
            .Document.QuerySelectorAll<IHtmlFormElement>("#live-agenda form")
            .Single(one => one.TextContent.Contains(title, StringComparison.Ordinal));
        return await browser.PostAsync(page, form);
    }

    public static Task<HubMeeting> MeetingAsync(Moot moot) =>
        moot.WithAsync(db =>
            db.Set<HubMeeting>()
                .AsNoTracking()
                .Include(m => m.Items)
                .Include(m => m.Register)
                .Include(m => m.Signatures)
                .Include(m => m.Chairings)
                .AsSplitQuery()
                .SingleAsync(m => m.Id == World.NextMeeting)
        );

    private static AgendaItem Item(
        int order,
        AgendaPart part,
        AgendaItemKind kind,
        string title,
        HubCase? hubCase = null
    ) =>
        new()
        {
            MeetingId = World.NextMeeting,
            Order = order,
            Part = part,
            Kind = kind,
            Title = title,
            Minutes = 5,
            CaseId = hubCase?.Id,
        };

    private static HubCase Matter(
        string reference,
        string title,
        CaseVisibility visibility,
        string familyName
    )
    {
        var matter = new HubCase
        {
            BodyId = World.Hub,
            Reference = reference,
            Kind = CaseKind.Person,
            Title = title,
            Visibility = visibility,
            OpenedAt = Morning.AddDays(-2),
        };
        matter.People.Add(
            new()
            {
                CaseId = matter.Id,
                Role = PersonRole.Victim,
                GivenNames = "Ann",
                FamilyName = familyName,
                DateOfBirth = new(1970, 5, 1),
            }
        );
        return matter;
    }
}
