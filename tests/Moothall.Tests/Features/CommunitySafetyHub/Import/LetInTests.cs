using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Tests.Features.CommunitySafetyHub.Circulation;
using Moothall.Tests.Features.CommunitySafetyHub.MailIn;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents.Tables;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>Nothing goes to people of a list, and nothing is taken to come from them, before an administrator invited them.</summary>
public sealed class LetInTests
{
    private const string Ann = "Ann Sample";

    [Theory, BothDatabases]
    [Rule("S1-5.1")]
    public async Task They_get_nothing_before_they_are_invited(Database database)
    {
        await using var moot = await HeldMeeting.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        // Somebody whom a member has without a role, and who came with no list, stays a recipient.
        await moot.WithAsync(async db =>
        {
            var owen = new User
            {
                Id = Guid.CreateVersion7(),
                Name = "Owen Invented",
                Email = "owen@police.example",
                UserName = "owen@police.example",
            };
            db.Add(owen);
            db.Add(
                new Representative
                {
                    MembershipId = World.PoliceMember,
                    UserId = owen.Id,
                    IsDeputy = false,
                    From = new(2026, 1, 1),
                }
            );
            // A member with nothing to be sent is shown nobody it would go to.
            db.Add(
                new HubAction
                {
                    BodyId = World.Hub,
                    CaseId = null,
                    MeetingId = null,
                    Text = "Leaflets",
                    OwnerMembershipId = World.PoliceMember,
                    OwnerName = "Testshire Police",
                    Due = new(2026, 12, 8),
                    AgreedAt = TestClock.MondayMorning,
                }
            );
            await db.SaveChangesAsync();
        });
        await BringAnnAsync(carys);
        await Mails.DropAsync(carys, ("mail.eml", Mails.Referral("ann@police.example")));
        string[] pages =
        [
            HeldMeeting.Page,
            $"/Minutes/{World.NextMeeting}/Readers",
            $"/AgencySheets/{World.PoliceMember}",
            "/AgreedRoutes",
        ];
        foreach (var page in pages)
        {
            var words = (await carys.GetAsync(page)).Words;
            Assert.Contains("Owen Invented", words);
            Assert.DoesNotContain(Ann, words);
        }

        Assert.DoesNotContain($"Address of {Ann}", (await carys.GetAsync("/Messages")).Words);

        using var ivy = await moot.AsAsync(People.Administrator);
        await ivy.PostAsync(await ivy.GetAsync("/Admin/People/BroughtIn"), "Make the invitations");
        foreach (var page in pages)
        {
            Assert.Contains(Ann, (await carys.GetAsync(page)).Words);
        }

        Assert.Contains($"Address of {Ann}", (await carys.GetAsync("/Messages")).Words);
    }

    [Theory, BothDatabases]
    public async Task Whose_role_was_taken_back_or_who_acts_for_nobody_is_not_offered_again(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        await BringAnnAsync(carys, "Testshire Police,Bob Standin,Officer,bob@police.example\n");
        using var ivy = await moot.AsAsync(People.Administrator);
        var offered = await ivy.GetAsync("/Admin/People/BroughtIn");
        Assert.Contains("Bob Standin", offered.Words);
        var ann = await moot.WithAsync(db =>
            db.Set<User>().Where(one => one.Name == Ann).Select(one => one.Id).SingleAsync()
        );
        await ivy.PostAsync(offered, "Make the invitations", fields: [("Chosen", ann.ToString())]);
        // A role that is taken back on its first day leaves no trace of itself.
        await moot.WithAsync(async db =>
        {
            await db.Set<RoleGrant>().Where(one => one.UserId == ann).ExecuteDeleteAsync();
            await db.Set<Representative>()
                .Where(one => one.UserId != ann)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(one => one.Until, new DateOnly(2026, 11, 22))
                );
        });
        var now = await ivy.GetAsync("/Admin/People/BroughtIn");
        Assert.DoesNotContain(Ann, now.Words);
        Assert.DoesNotContain("Bob Standin", now.Words);
        Assert.DoesNotContain("were brought in", (await ivy.GetAsync("/Admin/People")).Words);
    }

    [Theory, BothDatabases]
    public async Task Two_administrators_who_invite_the_same_people_at_once_give_each_role_once(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.WithAsync(async db =>
            (await db.Set<User>().SingleAsync(one => one.Id == People.Manager.Id)).Give(
                Role.Administrator,
                new(2026, 1, 1)
            )
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        await BringAnnAsync(carys, "Testshire Police,Bob Standin,Officer,bob@police.example\n");
        using var ivy = await moot.AsAsync(People.Administrator);
        using var maureen = await moot.AsAsync(People.Manager);
        var (hers, other) = (
            await ivy.GetAsync("/Admin/People/BroughtIn"),
            await maureen.GetAsync("/Admin/People/BroughtIn")
        );

        var answers = await Task.WhenAll(
            ivy.PostAsync(hers, "Make the invitations"),
            maureen.PostAsync(other, "Make the invitations")
        );

        var refused = Assert.Single(answers, answer => answer.Errors.Count > 0);
        Assert.Contains("Another administrator has just invited", refused.Errors[0]);
        var people = await moot.WithAsync(db =>
            db.Set<User>()
                .Include(one => one.Grants)
                .Where(one => one.Email!.EndsWith("@police.example"))
                .ToListAsync()
        );
        Assert.Equal(2, people.Count);
        Assert.All(people, one => Assert.Single(one.Grants));
    }

    private static Task<Page> BringAnnAsync(Browser carys, string more = "") =>
        Bringing.BringAsync(
            carys,
            ImportKind.Members,
            "members.csv",
            TableFiles.Bytes(
                $"Agency,Name,Job title,Email\nTestshire Police,{Ann},Officer,ann@police.example\n{more}"
            )
        );
}
