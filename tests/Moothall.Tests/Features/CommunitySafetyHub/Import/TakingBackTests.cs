using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Documents;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>A whole import is taken back: exactly what it wrote, and not once somebody has worked on it.</summary>
public sealed class TakingBackTests
{
    [Theory, BothDatabases]
    public async Task Everything_an_import_wrote_goes_and_nothing_else(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.AddAsync(
            new HubCase
            {
                BodyId = World.Hub,
                Reference = "CSH-2026-K7QM",
                OldReference = "CSH/24/017",
                Kind = CaseKind.Theme,
                Title = "Damage",
                OpenedAt = TestClock.MondayMorning,
            }
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var before = await CountsAsync(moot);
        var imports = new List<Page>
        {
            await Bringing.BringAsync(
                carys,
                ImportKind.Cases,
                "list.csv",
                MessyLists.OtherCouncil()
            ),
            await Bringing.BringAsync(
                carys,
                ImportKind.Actions,
                "actions.xlsx",
                MessyLists.Actions()
            ),
            await Bringing.BringAsync(
                carys,
                ImportKind.Members,
                "members.csv",
                MessyLists.Members()
            ),
            await Bringing.BringAsync(
                carys,
                ImportKind.Minutes,
                "minutes.docx",
                MessyLists.Minutes(),
                "10 11 2026"
            ),
        };
        Assert.NotEqual(before, await CountsAsync(moot));
        // What the product puts on a draft agenda by itself is no work of anybody's.
        await moot.WithAsync(async db =>
        {
            var brought = await db.Set<HubCase>()
                .Where(one => one.OldReference.StartsWith("H-"))
                .FirstAsync();
            db.Add(Item(brought));
        });
        foreach (var done in imports)
        {
            var silent = await carys.PostAsync(done);
            Assert.Equal(["Say why it is taken back"], silent.Errors);
            var undone = await carys.PostAsync(done, fields: [("Because", "The wrong file")]);
            Assert.Contains("took it back on", undone.Words, StringComparison.Ordinal);
            Assert.Contains("The wrong file", undone.Words, StringComparison.Ordinal);
        }

        Assert.Equal(before, await CountsAsync(moot));
        Assert.Equal(
            0,
            await moot.WithAsync(db => db.Set<AgendaItem>().CountAsync(item => item.Order == 9))
        );
        // Taken back, the same list can come in again.
        var again = await Bringing.BringAsync(
            carys,
            ImportKind.Cases,
            "list.csv",
            MessyLists.OtherCouncil()
        );
        Assert.Contains(
            "In use",
            (await carys.GetAsync("/BringIn")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains("Cases 3", again.Words, StringComparison.Ordinal);
    }

    public static readonly TheoryData<string, Database> Works = new MatrixTheoryData<
        string,
        Database
    >(
        ["note", "changed", "action", "agenda", "invitation", "share", "person removed"],
        [Database.Sqlite, Database.Postgres]
    );

    [Theory, MemberData(nameof(Works))]
    public async Task Once_somebody_has_worked_on_a_case_the_import_stays_and_says_which(
        string work,
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var done = await Bringing.BringAsync(
            carys,
            ImportKind.Cases,
            "list.csv",
            MessyLists.OtherCouncil()
        );
        var reference = await moot.WithAsync(async db =>
        {
            var one = await db.Set<HubCase>()
                .Include(found => found.People)
                .SingleAsync(found => found.OldReference == "H-1");
            switch (work)
            {
                case "note":
                    db.Add(
                        new CaseNote
                        {
                            CaseId = one.Id,
                            AuthorId = People.Manager.Id,
                            AuthorName = "M",
                            At = TestClock.MondayMorning,
                            Text = "Seen",
                            IsOpinion = false,
                        }
                    );
                    break;
                case "changed":
                    one.Title = "Another title";
                    break;
                case "action":
                    db.Add(
                        new HubAction
                        {
                            BodyId = World.Hub,
                            CaseId = one.Id,
                            MeetingId = World.NextMeeting,
                            Text = "Go",
                            OwnerMembershipId = World.PoliceMember,
                            OwnerName = "P",
                            Due = new(2026, 12, 1),
                            AgreedAt = TestClock.MondayMorning,
                        }
                    );
                    break;
                case "agenda":
                    (
                        await db.Set<HubMeeting>()
                            .SingleAsync(meeting => meeting.Id == World.NextMeeting)
                    ).PublishedAt = TestClock.MondayMorning;
                    db.Add(Item(one));
                    break;
                case "invitation":
                    var (item, guest) = (Item(one), Guest());
                    guest.Items.Add(new() { EntryId = guest.Id, ItemId = item.Id });
                    db.Add(item);
                    db.Add(guest);
                    break;
                case "share":
                    db.Add(
                        new CaseShare
                        {
                            CaseId = one.Id,
                            OrganisationId = World.Charity,
                            Why = "Helps",
                        }
                    );
                    break;
                default:
                    db.Remove(one.People[0]);
                    break;
            }

            return one.Reference;
        });
        var before = await CountsAsync(moot);
        var refused = await carys.PostAsync(done, fields: [("Because", "The wrong file")]);
        var problem = Assert.Single(refused.Errors);
        Assert.Contains(reference, problem, StringComparison.Ordinal);
        Assert.Contains("Nothing was taken back", problem, StringComparison.Ordinal);
        Assert.Equal(1, problem.Split("CSH-").Length - 1);
        Assert.Equal(before, await CountsAsync(moot));
        Assert.Null(
            await moot.WithAsync(db =>
                db.Set<HubImport>().Select(one => one.UndoneAt).SingleAsync()
            )
        );
    }

    private static AgendaItem Item(HubCase about) =>
        new()
        {
            MeetingId = World.NextMeeting,
            Part = AgendaPart.B,
            Kind = AgendaItemKind.ContinuingCase,
            Order = 9,
            Title = about.Title,
            Minutes = 5,
            CaseId = about.Id,
        };

    private static AttendanceEntry Guest() =>
        new()
        {
            MeetingId = World.NextMeeting,
            Name = "Nesta Orr",
            OrganisationName = "The university",
            Kind = AttendeeKind.Invitee,
        };

    private static Task<string> CountsAsync(Moot moot) =>
        moot.WithAsync(async db =>
            string.Join(
                ' ',
                await db.Set<HubCase>().CountAsync(),
                await db.Set<CasePerson>().CountAsync(),
                await db.Set<CasePlace>().CountAsync(),
                await db.Set<CaseNote>().CountAsync(),
                await db.Set<CaseEvent>().CountAsync(),
                await db.Set<CaseShare>().CountAsync(),
                await db.Set<HubAction>().CountAsync(),
                await db.Set<ActionUpdate>().CountAsync(),
                await db.Set<HubMembership>().CountAsync(),
                await db.Set<Representative>().CountAsync(),
                await db.Set<Organisation>().CountAsync(),
                await db.Set<PastMinutes>().CountAsync(),
                await db.Set<StoredFile>().CountAsync()
            )
        );
}
