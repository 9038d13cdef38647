using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Forms;
using Moothall.Tests.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House.Markers;

/// <summary>
/// A hub on the day of its meeting with a mark in every text of every record: the meeting is live, one lies ahead with its
/// agenda published, one is in preparation, one has draft minutes and one has minutes that were circulated.
/// </summary>
internal sealed partial class PlantedWorld
{
    /// <summary>Twenty minutes into the live meeting.</summary>
    public static readonly DateTime Now = new(2026, 11, 24, 10, 20, 0, DateTimeKind.Utc);

    /// <summary>Was Petra's colleague until this morning; her session still runs.</summary>
    public static readonly Person Leaver = new(
        new("00000000-0000-7000-9000-000000000077"),
        "Lorna Keane",
        World.Police,
        Role.Member
    );

    /// <summary>That the lapsed member's representative was withdrawn once; it was undone.</summary>
    public static readonly Guid Withdrawn = new("00000000-0000-7000-8000-000000000071");

    public static readonly Guid Prepared = new("00000000-0000-7000-8000-000000000052");
    public static readonly Guid LastWeek = new("00000000-0000-7000-8000-000000000053");
    public static readonly Guid WeekBefore = new("00000000-0000-7000-8000-000000000054");

    /// <summary>The meetings, which are no secret themselves but for the one in preparation.</summary>
    public static readonly Guid[] Meetings =
    [
        World.NextMeeting,
        World.MeetingAfter,
        Prepared,
        LastWeek,
        WeekBefore,
    ];

    // The person whom Zainab refers without knowing that the police case holds them.
    private const string KnownGiven = "Tobias";
    private const string KnownFamily = "Ormerodian";
    private static readonly DateOnly KnownBorn = new(1985, 4, 3);

    private readonly Moot moot;

    private PlantedWorld(Moot moot) => this.moot = moot;

    /// <summary>All marks.</summary>
    public Marks Marks { get; } = new();

    /// <summary>Someone's session from before they left.</summary>
    public Browser LeaversBrowser { get; private set; } = null!;

    /// <summary>Plants everything.</summary>
    public static async Task<PlantedWorld> PlantAsync(Moot moot)
    {
        var world = new PlantedWorld(moot);
        moot.Clock.Set(Now);
        await moot.WithAsync(async db =>
        {
            world.AddLeaver(db);
            world.AddCases(db);
            world.AddReferrals(db);
            world.AddMail(db);
            await world.AddMeetingsAsync(db);
            world.AddMinutes(db);
            world.AddSheet(db);
            world.AddPlan(db);
            world.AddReports(db);
            world.AddCalendar(db);
            world.AddBodies(db);
            world.AddScrutiny(db);
        });
        await world.MoveAddressAsync();
        world.LeaversBrowser = await moot.AsAsync(Leaver);
        await moot.WithAsync(async db =>
            (await db.Set<User>().SingleAsync(user => user.Id == Leaver.Id)).LeftAt = Now
        );
        await world.ReferAsPoliceAsync();
        await world.ReferAsCharityAsync();
        await world.SearchAsPoliceAsync();
        await world.BringInAsync();
        return world;
    }

    private void AddLeaver(MoothallDb db)
    {
        db.Add(Leaver.ToUser(new(2026, 1, 1)));
        db.Add(
            new Representative
            {
                MembershipId = World.PoliceMember,
                UserId = Leaver.Id,
                IsDeputy = false,
                From = new(2026, 1, 1),
            }
        );
    }

    /// <summary>Keeps a file and gives its row.</summary>
    private StoredFile Keep(Secret secret, bool named = false)
    {
        var text = $"What it says: {Marks.Word(secret, "StoredFile content")}";
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var stored = moot
            .Services.GetRequiredService<IFileStore>()
            .SaveAsync(content, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        var name = named ? Marks.Word(secret, "StoredFile.FileName") : "minutes";
        return StoredFile.Of(stored, "text/plain", $"{name}.txt", Now, People.Coordinator.Id);
    }

    // An address that stood plain for a while lies in the audit's earlier entries for good.
    private async Task MoveAddressAsync()
    {
        var word = Marks.Word(Secret.AddressMadeProtected, "CasePerson.Address once");
        await moot.WithAsync(async db =>
            (await PersonAsync(db, Secret.HubName)).KnownAs = $"once of {word}"
        );
        await moot.WithAsync(async db => (await PersonAsync(db, Secret.HubName)).KnownAs = "");
    }

    private Task<CasePerson> PersonAsync(MoothallDb db, Secret secret)
    {
        var id = Guid.Parse(
            Marks.All.First(mark => mark.Place == "CasePerson.Id" && mark.Secret == secret).Text
        );
        return db.Set<CasePerson>().SingleAsync(person => person.Id == id);
    }

    private async Task ReferAsPoliceAsync()
    {
        const Secret secret = Secret.ReferralOfPolice;
        var reference = await Fill.ReferAsync(
            moot,
            People.Police,
            Fill.Person(
                ("Input.Details.Title", Marks.Word(secret, "typed title")),
                ("Input.Details.Summary", Marks.Word(secret, "typed summary")),
                ("Input.People[0].GivenNames", Marks.Word(secret, "typed given name")),
                ("Input.People[0].FamilyName", Marks.Word(secret, "typed family name")),
                ("Input.People[0].Address", Marks.Word(secret, "typed address")),
                ("Input.People[0].DateOfBirth.Year", "1986")
            )
        );
        Marks.Know(reference, secret, "Referral.Reference");
        using var petra = await moot.AsAsync(People.Police);
        await using var scope = moot.Services.CreateAsyncScope();
        var form = Guid.CreateVersion7();
        var values = scope
            .ServiceProvider.GetRequiredService<PostedValues>()
            .Protect(
                new FormCollection(
                    new()
                    {
                        ["Input.FormId"] = form.ToString(),
                        ["Input.Details.Title"] = Marks.Word(Secret.DraftOfPolice, "draft title"),
                        ["Input.Details.Summary"] = Marks.Word(
                            Secret.DraftOfPolice,
                            "draft summary"
                        ),
                    }
                )
            );
        await moot.AddAsync(
            new ReferralDraft
            {
                UserId = People.Police.Id,
                FormId = form,
                Values = values,
                SavedAt = Now,
            }
        );
        Marks.Know(form.ToString(), Secret.DraftOfPolice, "ReferralDraft.Id");
    }

    // The product compares her referral with the police case and may not let her know (settled 14).
    private async Task ReferAsCharityAsync()
    {
        const Secret secret = Secret.ReferralOfCharity;
        var reference = await Fill.ReferAsync(
            moot,
            People.Charity,
            Fill.Person(
                ("Input.Details.Title", Marks.Word(secret, "typed title")),
                ("Input.People[0].GivenNames", KnownGiven),
                ("Input.People[0].FamilyName", KnownFamily),
                ("Input.People[0].Address", Marks.Word(secret, "typed address"))
            )
        );
        Marks.Know(reference, secret, "Referral.Reference");
    }

    private async Task SearchAsPoliceAsync()
    {
        using var petra = await moot.AsAsync(People.Police);
        var found = await petra.PostAsync(
            await petra.GetAsync("/Search"),
            "Search",
            null,
            ("Input.FamilyName", Marks.Word(Secret.SearchOfPolice, "searched family name")),
            ("Input.Purpose", "CurrentWork"),
            ("Input.Details", "Checking")
        );
        Assert.Empty(found.Errors);
        Marks.Know(found.Path.Split('/')[^1], Secret.SearchOfPolice, "StoredSearch.Id");
    }
}
