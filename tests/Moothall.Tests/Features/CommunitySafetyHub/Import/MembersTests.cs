using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.Joining;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents.Tables;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>A list of members brings its people along: known at once, let in by an administrator and by nobody else.</summary>
public sealed class MembersTests
{
    private const string List =
        "Agency,Name,Job title,Email,Mobile,Deputy\n"
        + "Probation Service,Sgt Paul Invented,Senior officer,paul@probation.example,07700 900001,\n"
        + "Probation Service,Mary Example,Officer,mary@probation.example,,Yes\n"
        + "Testshire Police,PC 1234 Ann Sample,Beat officer,ann@police.example,,Bob Standin\n"
        + "Youth Service,Nora Mail,Worker,,01632 960999,\n";

    [Theory, BothDatabases]
    public async Task Those_with_an_address_are_known_and_an_administrator_invites_them_together(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var preview = await Bringing.AnswerAsync(
            carys,
            await Bringing.UploadAsync(
                carys,
                ImportKind.Members,
                "members.csv",
                TableFiles.Bytes(List)
            )
        );
        Assert.Contains("3 people for an administrator to invite", preview.Words);
        Assert.Contains(
            "Nora Mail has no e-mail address of their own in the list (Row 5)",
            preview.Words
        );
        Assert.Contains("Bob Standin has no e-mail address of their own", preview.Words);
        var done = await carys.PostAsync(preview, "Bring it in");
        Assert.Contains("3 of the people are not invited yet", done.Words);
        Assert.Contains("An administrator invites them together", done.Words);
        var paul = await moot.WithAsync(db =>
            db.Set<User>()
                .Include(user => user.Grants)
                .SingleAsync(user => user.Email == "paul@probation.example")
        );
        Assert.Equal(
            ("Paul Invented", "Senior officer", "07700 900001", null),
            (paul.Name, paul.Post, paul.PhoneNumber, paul.PasswordHash)
        );
        Assert.Empty(paul.Grants);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<Invitation>().CountAsync()));
        var members = await moot.WithAsync(db =>
            db.Set<HubMembership>().Include(one => one.Representatives).ToListAsync()
        );
        Assert.Equal(
            [false, true],
            members
                .Single(one => one.Name == "Probation Service")
                .Representatives.OrderBy(one => one.IsDeputy)
                .Select(one => one.IsDeputy)
        );
        Assert.Contains(
            "Nora Mail, Worker, 01632 960999",
            members.Single(one => one.Name == "Youth Service").Note
        );

        using var ivy = await moot.AsAsync(People.Administrator);
        Assert.Contains("3 people were brought in", (await ivy.GetAsync("/Admin/People")).Words);
        var page = await ivy.GetAsync("/Admin/People/BroughtIn");
        Assert.Contains("Deputy for Probation Service", page.Words);
        var links = await ivy.PostAsync(
            page,
            "Make the invitations",
            fields: [("Chosen", paul.Id.ToString())]
        );
        var address = links
            .Document.QuerySelectorAll("dd.moot-reference")
            .Select(one => one.TextContent)
            .ToList();
        Assert.NotEmpty(address);
        Assert.Equal(
            (Role.Member, new DateOnly(2026, 11, 23)),
            await moot.WithAsync(async db =>
            {
                var grant = await db.Set<RoleGrant>().SingleAsync(one => one.UserId == paul.Id);
                return (grant.Role, grant.From);
            })
        );
        using var visitor = moot.Visitor();
        var joining = await visitor.GetAsync(new Uri(address[^1]).PathAndQuery);
        Assert.Contains("password", joining.Words, StringComparison.OrdinalIgnoreCase);

        // Somebody works with one of them now, so the list stays.
        var refused = await carys.PostAsync(done, fields: [("Because", "The wrong file")]);
        Assert.Contains("Probation Service", Assert.Single(refused.Errors));
    }

    [Theory, BothDatabases]
    public async Task The_people_of_a_list_go_when_it_is_taken_back_and_not_once_they_were_changed(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var before = await moot.WithAsync(db => db.Set<User>().CountAsync());
        var file = TableFiles.Bytes(List);
        var done = await Bringing.BringAsync(carys, ImportKind.Members, "members.csv", file);
        Assert.Equal(before + 3, await moot.WithAsync(db => db.Set<User>().CountAsync()));
        await carys.PostAsync(done, fields: [("Because", "The wrong file")]);
        Assert.Equal(before, await moot.WithAsync(db => db.Set<User>().CountAsync()));

        done = await Bringing.BringAsync(carys, ImportKind.Members, "members.csv", file);
        using var ivy = await moot.AsAsync(People.Administrator);
        var ann = await moot.WithAsync(db =>
            db.Set<User>().SingleAsync(user => user.Email == "ann@police.example")
        );
        Assert.Equal("Ann Sample", ann.Name);
        await ivy.PostAsync(
            await ivy.GetAsync($"/Admin/People/{ann.Id}"),
            "Save",
            fields: [("Input.Post", "Inspector")]
        );
        var refused = await carys.PostAsync(done, fields: [("Because", "The wrong file")]);
        Assert.Contains("Testshire Police", Assert.Single(refused.Errors));
    }

    [Fact]
    public void A_title_before_a_name_makes_no_other_person()
    {
        var plan = Worlds.Plan(
            ImportKind.Members,
            "Agency,Name,Email\nProbation,Sgt Petra Novak,petra@testbourne.example\n"
                + "Health,Councillor Gita Shah,\nFire,Inspector Petra Novak,novak@other.example\n"
        );
        Assert.Equal(
            ["Gita Shah", "Petra Novak"],
            plan.Open.Select(one => one.Value).Order(StringComparer.Ordinal)
        );
        var probation = plan.Ready.Cast<PlannedMember>().Single();
        Assert.Equal("Petra Novak", probation.People[0].Account!.Name);
        // An account's own title counts as little.
        Assert.Equal(
            NameReading.Plain("Sergeant Petra Novak"),
            NameReading.Plain("Sgt. Petra Novak")
        );
        Assert.NotEqual(NameReading.Plain("Chris Sergeant"), NameReading.Plain("Chris"));
    }

    [Fact]
    public void One_address_is_one_persons_and_one_person_in_two_rows_is_one()
    {
        var plan = Worlds.Plan(
            ImportKind.Members,
            "Agency,Name,Email\nProbation,Jo Example,office@probation.example\n"
                + "Probation,Kim Sample,office@probation.example\nProbation,Jo Example,\n"
                + "Health,Cllr Jo Example,office@probation.example\n"
        );
        var probation = plan.Ready.Cast<PlannedMember>().Single(one => one.Name == "Probation");
        Assert.Equal(["Jo Example", "Kim Sample"], probation.People.Select(one => one.Name));
        Assert.Equal([true, false], probation.People.Select(one => one.IsPrepared));
        Assert.Contains("Everyone needs their own", Assert.Single(probation.Warnings));
        Assert.True(
            plan.Ready.Cast<PlannedMember>()
                .Single(one => one.Name == "Health")
                .People[0]
                .IsPrepared
        );
    }
}
