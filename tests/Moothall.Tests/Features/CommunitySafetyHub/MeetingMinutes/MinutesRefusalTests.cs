using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Access;
using Moothall.Tests.Hosting;
using static Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes.EndedMeeting;

namespace Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Who may not sign, and what may not be signed (S1-7.2j, C9).</summary>
[Rule("S1-7.2j")]
[Rule("C9")]
public sealed class MinutesRefusalTests
{
    [Theory, BothDatabases]
    public async Task The_team_is_told_who_alone_can_sign(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot);
        await moot.WithAsync(async db =>
        {
            var one = await db.Set<HubCase>().SingleAsync(c => c.Id == RestrictedCase);
            one.Visibility = CaseVisibility.NamedPeople;
            db.Add(
                new CaseShare
                {
                    CaseId = one.Id,
                    UserId = People.Coordinator.Id,
                    Why = "leads",
                }
            );
        });
        await DraftAsync(moot);
        var only =
            $"Only {People.Coordinator.Name} can sign, and two must: name another member of the team";
        using var maureen = await moot.AsAsync(People.Manager);
        foreach (var page in new[] { "Sign", "Edit" })
        {
            var shown = await maureen.GetAsync($"{Address}/{page}");
            Assert.Contains(
                $"One item of these minutes is closed to you. {only}",
                shown.Words,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain($"{Marker}-title", shown.Text, StringComparison.Ordinal);
            Assert.DoesNotContain($"{Marker}-summary", shown.Text, StringComparison.Ordinal);
        }

        using var carys = await moot.AsAsync(People.Coordinator);
        var own = await carys.GetAsync($"{Address}/Sign");
        Assert.Contains(only, own.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("closed to you", own.Words, StringComparison.Ordinal);
        await moot.AddAsync(
            new CaseShare
            {
                CaseId = RestrictedCase,
                UserId = People.Manager.Id,
                Why = "signs",
            }
        );
        Assert.DoesNotContain(
            "can sign",
            (await maureen.GetAsync($"{Address}/Sign")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Without_a_mail_server_nobody_is_said_to_be_told(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot);
        await DraftAsync(moot);
        Assert.Contains(
            "Tell the others who may sign yourself: e-mail is not set up.",
            (await SignAsync(moot, People.Coordinator)).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_reserve_named_on_the_day_of_the_draft_does_not_sign_it(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot);
        await moot.WithAsync(async db =>
        {
            db.RemoveRange(
                await db.Set<RoleGrant>().Where(g => g.UserId == People.Approver.Id).ToListAsync()
            );
            db.Add(
                new RoleGrant
                {
                    UserId = People.Approver.Id,
                    Role = Role.MinuteApprover,
                    From = DateOnly.FromDateTime(End),
                }
            );
        });
        await DraftAsync(moot);
        using var ade = await moot.AsAsync(People.Approver);
        Assert.Contains(
            "named a reserve after these minutes were drafted",
            (await ade.GetAsync($"{Address}/Sign")).Words,
            StringComparison.Ordinal
        );
    }

    /// <summary>Of this case or of another: an address told under the wrong item is told all the same.</summary>
    [Theory, BothDatabases]
    public async Task Nobody_signs_while_the_text_holds_a_kept_address(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot, "TQ has moved to 17, Refuge Ln.");
        await moot.WithAsync(async db =>
        {
            var person = await db.Set<CasePerson>().SingleAsync(one => one.CaseId == ElsewhereCase);
            db.Add(
                new ProtectedValue
                {
                    PersonId = person.Id,
                    Kind = ProtectedKind.Address,
                    Sealed = moot
                        .Services.GetRequiredService<ProtectedSeal>()
                        .Seal("17 Refuge Lane\nTestbourne"),
                    Why = "A former partner",
                }
            );
        });
        await DraftAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync($"{Address}/Sign");
        Assert.Contains(
            "held for named people only stands under “CSH-2026-AAAA: Noise in a block of flats”",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Sign these minutes", page.Words, StringComparison.Ordinal);
        var section = (await MinutesAsync(moot)).Sections.Single(s => s.ItemId == OpenItem);
        await carys.PostAsync(
            await carys.GetAsync($"{Address}/Edit/{section.Id}"),
            "Save",
            fields:
            [
                (
                    "Input.Text",
                    section.Text.Replace(
                        "17, Refuge Ln",
                        "117 Refuge Lane",
                        StringComparison.Ordinal
                    )
                ),
            ]
        );
        await SignAsync(moot, People.Coordinator);
        Assert.Single((await MinutesAsync(moot)).Standing);
    }
}
