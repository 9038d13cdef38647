using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;
using static Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes.EndedMeeting;

namespace Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Two different people of the team sign the exact text; nothing goes out or changes otherwise (S1-7.2j, C9).</summary>
[Rule("S1-7.2j")]
[Rule("C9")]
public sealed class MinutesSignaturesTests
{
    [Theory, BothDatabases]
    public async Task With_one_signature_only_the_team_and_the_approvers_read(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot);
        await DraftAsync(moot);
        Assert.Equal(HttpStatusCode.OK, (await SignAsync(moot, People.Coordinator)).Status);
        foreach (var person in new[] { People.Chair, People.Police, People.Guest, People.Housing })
        {
            using var browser = await moot.AsAsync(person);
            foreach (var path in new[] { Address, $"{Address}/Word", $"{Address}/Pdf" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).Status);
            }

            Assert.DoesNotContain(
                Address,
                (await browser.GetAsync("/Minutes")).Text,
                StringComparison.Ordinal
            );
        }

        using var ade = await moot.AsAsync(People.Approver);
        Assert.Contains(
            "One signature",
            (await ade.GetAsync(Address)).Words,
            StringComparison.Ordinal
        );
        var minutes = await MinutesAsync(moot);
        Assert.Equal(MinutesStatus.SignedOnce, minutes.Status);
        Assert.Null(minutes.ReleasedAt);
        var asked = await moot.WithAsync(db => db.Set<Notice>().Select(n => n.To).ToListAsync());
        Assert.Equal(
            [People.Approver.Email, People.Manager.Email, People.SecondCoordinator.Email],
            asked.Order(StringComparer.Ordinal)
        );
    }

    [Theory, BothDatabases]
    public async Task Nobody_outside_the_team_signs(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot);
        await DraftAsync(moot);
        foreach (var person in new[] { People.Chair, People.Police, People.Administrator })
        {
            using var browser = await moot.AsAsync(person);
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await browser.GetAsync($"{Address}/Sign")).Status
            );
        }
    }

    [Theory, BothDatabases]
    public async Task The_same_person_cannot_give_both(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot);
        await DraftAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var kept = await carys.GetAsync($"{Address}/Sign");
        var other = await carys.GetAsync($"{Address}/Sign");
        await carys.PostAsync(kept, "Sign these");
        var again = await carys.PostAsync(other, "Sign these");
        Assert.Contains(
            "must be another person's",
            Assert.Single(again.Errors),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Sign these minutes",
            (await carys.GetAsync($"{Address}/Sign")).Words,
            StringComparison.Ordinal
        );
        Assert.Single((await MinutesAsync(moot)).Signatures);
    }

    [Theory, BothDatabases]
    public async Task A_reserve_approver_gives_the_second_and_that_releases(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot);
        await DraftAsync(moot);
        await SignAsync(moot, People.Coordinator);
        Assert.Contains(
            "released",
            (await SignAsync(moot, People.Approver)).Words,
            StringComparison.Ordinal
        );
        var minutes = await MinutesAsync(moot);
        Assert.Equal(MinutesStatus.Released, minutes.Status);
        Assert.Equal(minutes.CurrentHash, minutes.SignedHash);
        Assert.Equal(CanonicalText.Of(minutes.Content), minutes.SignedText);
        Assert.NotNull(minutes.ReleasedAt);
    }

    [Theory, BothDatabases]
    public async Task An_edit_voids_the_first_signature_and_says_whose_it_was(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot);
        await DraftAsync(moot);
        await SignAsync(moot, People.Coordinator);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        var sign = await sunil.GetAsync($"{Address}/Sign");
        var before = await EditAsync(moot, People.Manager, text => text + "\n\nOne more thing.");
        var minutes = await MinutesAsync(moot);
        Assert.Equal(MinutesStatus.Draft, minutes.Status);
        Assert.Empty(minutes.Standing);

        var stale = await sunil.PostAsync(sign, "Sign these");
        Assert.Contains(
            "changed since you opened it",
            Assert.Single(stale.Errors),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no longer counts: Maureen Oakes changed the text on Tuesday 24 November 2026",
            stale.Words,
            StringComparison.Ordinal
        );
        await EditAsync(moot, People.Manager, _ => before);
        Assert.Empty((await MinutesAsync(moot)).Standing);
        await SignAsync(moot, People.SecondCoordinator);
        Assert.Equal(MinutesStatus.SignedOnce, (await MinutesAsync(moot)).Status);
        await SignAsync(moot, People.Coordinator);
        Assert.Equal(MinutesStatus.Released, (await MinutesAsync(moot)).Status);
    }

    [Theory, BothDatabases]
    public async Task Released_minutes_take_no_edit(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot);
        await DraftAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var section = (await MinutesAsync(moot)).Sections.Single(s => s.ItemId == OpenItem);
        var open = await carys.GetAsync($"{Address}/Edit/{section.Id}");
        await SignAsync(moot, People.Coordinator);
        await SignAsync(moot, People.SecondCoordinator);
        var late = await carys.PostAsync(open, "Save", fields: [("Input.Text", "Something else")]);
        Assert.Equal(HttpStatusCode.Forbidden, late.Status);
        Assert.Contains(
            "Corrections are made at a later meeting",
            late.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await carys.GetAsync($"{Address}/Edit")).Status);
        Assert.DoesNotContain(
            $"{Address}/Edit",
            (await carys.GetAsync(Address)).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            section.Text,
            (await MinutesAsync(moot)).Sections.Single(s => s.Id == section.Id).Text
        );
    }

    [Theory, BothDatabases]
    public async Task Nobody_signs_what_is_closed_to_them(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot);
        await DraftAsync(moot);
        await moot.AddAsync(
            new CaseExclusion
            {
                CaseId = OpenCase,
                UserId = People.Coordinator.Id,
                Why = "neighbour",
            }
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync($"{Address}/Sign");
        Assert.Contains("closed to you, so you cannot sign", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("CSH-2026-AAAA", page.Text, StringComparison.Ordinal);
        Assert.Empty((await MinutesAsync(moot)).Signatures);
    }

    [Theory, BothDatabases]
    public async Task Two_who_sign_at_once_and_an_edit_that_races_a_signature_never_both_pass_unseen(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot);
        await DraftAsync(moot);
        await moot.WithAsync(async first =>
        {
            var mine = await LoadAsync(first);
            await moot.WithAsync(async second =>
            {
                var theirs = await LoadAsync(second);
                Sign(theirs, People.SecondCoordinator);
            });
            Sign(mine, People.Coordinator);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
                first.SaveChangesAsync(TestContext.Current.CancellationToken)
            );
            first.ChangeTracker.Clear();
            var again = await LoadAsync(first);
            await moot.WithAsync(async second =>
            {
                var theirs = await LoadAsync(second);
                theirs.Edit(theirs.Sections[0], "Meeting", "Changed", "Maureen", End.AddHours(1));
            });
            Sign(again, People.Coordinator);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
                first.SaveChangesAsync(TestContext.Current.CancellationToken)
            );
            first.ChangeTracker.Clear();
        });
        await Task.WhenAll(
            SignAsync(moot, People.Coordinator),
            SignAsync(moot, People.SecondCoordinator),
            SignAsync(moot, People.Manager)
        );
        var minutes = await MinutesAsync(moot);
        Assert.InRange(minutes.Standing.Count, 1, 2);
        Assert.Equal(
            minutes.Standing.Count == 2 ? MinutesStatus.Released : MinutesStatus.SignedOnce,
            minutes.Status
        );
    }

    private static void Sign(Minutes minutes, Person person)
    {
        var verdict = minutes.Sign(
            new()
            {
                PersonId = person.Id,
                InCommunitySafetyTeam = true,
                DraftedAtUtc = minutes.CreatedAt,
                Status = minutes.Status,
                CurrentHash = minutes.CurrentHash,
                ShownHash = minutes.CurrentHash,
                Signatures = minutes.Signatures,
                UnresolvedNames = 0,
            },
            person.Name,
            End.AddHours(1)
        );
        Assert.True(verdict.Allowed, verdict.Reason);
    }

    private static async Task<string> EditAsync(Moot moot, Person person, Func<string, string> to)
    {
        var section = (await MinutesAsync(moot)).Sections.Single(s => s.ItemId == OpenItem);
        using var browser = await moot.AsAsync(person);
        var page = await browser.GetAsync($"{Address}/Edit/{section.Id}");
        var saved = await browser.PostAsync(
            page,
            "Save",
            fields: [("Input.Text", to(section.Text))]
        );
        Assert.Empty(saved.Errors);
        return section.Text;
    }
}
