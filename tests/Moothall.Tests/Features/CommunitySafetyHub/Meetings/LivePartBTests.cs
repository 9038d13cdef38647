using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Audit;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>Part B, restricted cases and the count of looks.</summary>
public sealed class LivePartBTests
{
    [Theory, BothDatabases]
    public async Task A_councillor_is_told_to_leave_and_sees_nothing_of_part_B(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var (olwen, partA) = await Sitting.ComeAsync(moot, People.Councillor);
        using var ending = olwen;
        Assert.Contains("Scooters in the park", partA.Text, StringComparison.Ordinal);
        Nothing(partA);
        await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        foreach (var path in new[] { Sitting.Live, Sitting.Live + "?handler=Board" })
        {
            Nothing(await olwen.GetAsync(path));
        }

        var left = (await Sitting.MeetingAsync(moot)).Register.Single(entry =>
            entry.UserId == People.Councillor.Id
        );
        Assert.Equal(Sitting.Morning.AddMinutes(10), left.LeftAt);
        // Nor is the councillor asked to say "I am here" again.
        foreach (var path in new[] { Sitting.Live, Sitting.Register })
        {
            var back = await olwen.GetAsync(path);
            Assert.Contains(
                "please leave the room or the call now",
                back.Words,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain("I am here", back.Words, StringComparison.Ordinal);
            Nothing(back);
        }

        static void Nothing(Page page)
        {
            Assert.DoesNotContain(Sitting.CaseTitle, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Sitting.PersonMarker, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Oldmark", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Any other business", page.Text, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task A_restricted_item_is_blank_for_all_but_the_people_named(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, chairs) = await Sitting.StartAsync(moot);
        using var closing = clive;
        Assert.DoesNotContain(Sitting.SecretTitle, chairs.Text, StringComparison.Ordinal);
        var (sunil, _) = await Sitting.ComeAsync(moot, People.SecondCoordinator);
        using var ending = sunil;
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var done = petra;
        var open = await Sitting.MoveAsync(sunil, Sitting.SecretTitle);
        Assert.Contains(Sitting.SecretMarker, open.Text, StringComparison.Ordinal);
        foreach (
            var page in new[]
            {
                await clive.GetAsync(Sitting.Live),
                await petra.GetAsync(Sitting.Live),
            }
        )
        {
            Assert.Contains("not open to you", page.Words, StringComparison.Ordinal);
            Assert.DoesNotContain(Sitting.SecretTitle, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Sitting.SecretMarker, page.Text, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task Refreshes_count_as_one_look_a_person_and_item(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var ending = petra;
        await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        var page = await petra.GetAsync(Sitting.Live);
        Assert.Contains(Sitting.PersonMarker, page.Text, StringComparison.Ordinal);
        var first = await LooksAsync(moot, sitting.Case);
        Assert.Equal(1, first);
        for (var refresh = 0; refresh < 3; refresh++)
        {
            await petra.GetAsync(Sitting.Live + "?handler=Board");
            await petra.GetAsync(Sitting.Live);
        }

        Assert.Equal(first, await LooksAsync(moot, sitting.Case));
    }

    private static async Task<int> LooksAsync(Moot moot, Guid caseId)
    {
        var entries = await moot.WithAsync(db =>
            db.Set<AuditContent>().Select(content => content.Json).ToListAsync()
        );
        return entries
            .Select(AuditPayload.FromJson)
            .Count(one =>
                one.Kind == AuditKind.Read
                && one.ActorId == People.Police.Id
                && one.Subjects.Contains(new("Case", caseId))
            );
    }
}
