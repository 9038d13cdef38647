using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.Account.SecondFactor;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.SharingProtocols;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Circulation;

/// <summary>
/// A meeting that has been held, with its minutes: an item for everyone, a case open to the hub, a case for the police only, an
/// invitee for the open case, and recipients of every route. Personal data in the minutes are markers to be looked for.
/// </summary>
internal static partial class HeldMeeting
{
    public const string PersonName = "Tarquin Markerson";
    public const string BirthDate = "14 March 1987";
    public const string Address = "17 Markham Row";
    public const string OpenReference = "CSH-2026-MKRR";
    public const string OpenTitle = "Shouting outside the arcade";

    /// <summary>Stands only under the case that is for the police.</summary>
    public const string Restricted = "Quietly-restricted-marker";
    public const string RestrictedReference = "CSH-2026-HDDN";
    public const string PartA = "Bicycle marking campaign";

    /// <summary>Everything that may be nowhere in a message but inside its file.</summary>
    public static readonly string[] Personal =
    [
        PersonName,
        "Markerson",
        BirthDate,
        Address,
        OpenReference,
        OpenTitle,
        Restricted,
        RestrictedReference,
    ];

    public static readonly Guid OpenCase = new("00000000-0000-7000-a000-000000000001");
    public static readonly Guid PoliceCase = new("00000000-0000-7000-a000-000000000002");
    private static readonly Guid ItemA = new("00000000-0000-7000-a000-000000000003");
    private static readonly Guid OpenItem = new("00000000-0000-7000-a000-000000000004");
    private static readonly Guid PoliceItem = new("00000000-0000-7000-a000-000000000005");

    /// <summary>Tuesday 24 November 2026, 14:00: the afternoon after the meeting.</summary>
    public static readonly DateTime Afternoon = new(2026, 11, 24, 14, 0, 0, DateTimeKind.Utc);

    public static string Page => $"/Minutes/{World.NextMeeting}/Circulate";
    public static string StatusPage => $"/Minutes/{World.NextMeeting}/Circulation";

    /// <summary>Starts the application on the afternoon of the meeting, minutes drafted and signed as often as asked.</summary>
    public static async Task<Moot> StartAsync(
        Database database,
        int signatures = 2,
        Action<IServiceCollection>? services = null
    )
    {
        var moot = await Moot.StartAsync(database, services);
        moot.Clock.Set(Afternoon);
        await moot.WithAsync(WriteAsync);
        foreach (var signer in new[] { People.Coordinator, People.Manager }.Take(signatures))
        {
            await SignAsync(moot, signer);
        }

        return moot;
    }

    /// <summary>Signs by the rule, as the page does.</summary>
    public static Task SignAsync(Moot moot, Person signer) =>
        moot.WithAsync(async db =>
        {
            var minutes = await MinutesAsync(db);
            var verdict = minutes.Sign(
                new()
                {
                    PersonId = signer.Id,
                    InCommunitySafetyTeam = true,
                    DraftedAtUtc = minutes.CreatedAt,
                    Status = minutes.Status,
                    CurrentHash = minutes.CurrentHash,
                    ShownHash = minutes.CurrentHash,
                    Signatures = minutes.Signatures,
                    UnresolvedNames = 0,
                },
                signer.Name,
                Afternoon
            );
            Assert.True(verdict.Allowed, verdict.Reason);
        });

    public static Task<Minutes> MinutesAsync(MoothallDb db) =>
        db.Set<Minutes>()
            .Include(m => m.Sections)
            .Include(m => m.Signatures)
            .AsSplitQuery()
            .SingleAsync();

    /// <summary>Presses the button of the page as the coordinator.</summary>
    public static async Task<Page> CirculateAsync(
        Moot moot,
        params (string Name, string? Value)[] fields
    )
    {
        using var carys = await moot.AsAsync(People.Coordinator);
        return await carys.PostAsync(await carys.GetAsync(Page), "Circulate to", null, fields);
    }

    /// <summary>The sender's turn, as its process takes it every few seconds.</summary>
    public static Task SendAsync(Moot moot) =>
        moot
            .Services.GetRequiredService<CirculationSender>()
            .RunOnceAsync(TestContext.Current.CancellationToken);

    public static Task<List<CirculationCopy>> CopiesAsync(Moot moot) =>
        moot.WithAsync(db =>
            db.Set<CirculationCopy>().AsNoTracking().Include(copy => copy.Attempts).ToListAsync()
        );

    public static async Task<CirculationCopy> CopyOfAsync(Moot moot, Person person) =>
        (await CopiesAsync(moot)).Single(copy => copy.UserId == person.Id);

    /// <summary>Every audit entry as its text.</summary>
    public static Task<List<string>> AuditAsync(Moot moot, AuditKind? kind = null) =>
        moot.WithAsync(db =>
            db.Set<AuditContent>()
                .Where(c => kind == null || c.Kind == kind)
                .Select(c => c.Json)
                .ToListAsync()
        );

    private static async Task WriteAsync(MoothallDb db)
    {
        var meeting = await db.Set<HubMeeting>()
            .Include(m => m.Register)
            .SingleAsync(m => m.Id == World.NextMeeting);
        meeting.PublishedAt = Afternoon.AddDays(-1);
        meeting.Status = MeetingStatus.Ended;
        (meeting.StartedAt, meeting.EndedAt) = (Afternoon.AddHours(-4), Afternoon.AddHours(-3));
        db.AddRange(Cases());
        db.AddRange(
            Item(ItemA, AgendaPart.A, AgendaItemKind.Campaign, 1, PartA, null),
            Item(OpenItem, AgendaPart.B, AgendaItemKind.NewCase, 2, OpenTitle, OpenCase),
            Item(PoliceItem, AgendaPart.B, AgendaItemKind.NewCase, 3, "Held apart", PoliceCase)
        );
        var guest = Invitee(People.Guest, AttendanceState.Present);
        guest.Items.Add(new() { EntryId = guest.Id, ItemId = OpenItem });
        db.AddRange(guest, Invitee(People.Analyst, AttendanceState.Apologies));
        db.Add(Draft());
        await SetAccountsAsync(db);
        db.Add(
            new SecureDomainEntry
            {
                Domain = "housing.example",
                Evidence = "TLS and DMARC checked",
                CheckedOn = new(2026, 10, 1),
                ReviewOn = new(2027, 9, 30),
            }
        );
    }

    // Hannah reads at a secure address, Zainab has none and no second factor, Dominic's domain was closed years ago.
    private static async Task SetAccountsAsync(MoothallDb db)
    {
        var without = new[] { People.Housing.Id, People.Charity.Id, People.PoliceDeputy.Id };
        foreach (var user in await db.Set<User>().ToListAsync())
        {
            user.Email =
                user.Id == People.Housing.Id ? "hannah@housing.example"
                : user.Id == People.Charity.Id ? "zainab@harbour.example"
                : user.Id == People.PoliceDeputy.Id ? "dominic@police.gsi.gov.uk"
                : user.Email;
            user.PhoneNumber = user.Id == People.Charity.Id ? "01632 960911" : null;
            if (!without.Contains(user.Id))
            {
                db.Add(
                    new Authenticator
                    {
                        UserId = user.Id,
                        SealedKey = [1],
                        AddedAt = Afternoon,
                    }
                );
            }
        }
    }
}
