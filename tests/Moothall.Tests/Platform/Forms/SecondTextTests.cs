using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Platform.Forms;

/// <summary>One form sent twice with different texts: the first is kept, the second is shown to its writer and nobody else (settled 22).</summary>
public sealed class SecondTextTests
{
    [Theory, BothDatabases]
    public async Task The_second_text_is_shown_for_copying_to_its_writer_alone(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var form = await petra.GetAsync(Fill.Address);
        await petra.PostAsync(form, Fill.Send, Fill.Send, Fill.Person());
        var second = await petra.PostAsync(
            form,
            Fill.Send,
            Fill.Send,
            Fill.Person(("Input.Details.Summary", "SECOND-TEXT"))
        );
        Assert.Equal(1, await moot.WithAsync(db => db.Set<Referral>().CountAsync()));
        Assert.Contains("shown below for you to copy", second.Words, StringComparison.Ordinal);
        Assert.Contains("SECOND-TEXT", second.Words, StringComparison.Ordinal);
        Assert.Contains("People 1: Given names", second.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("SECOND-TEXT", second.Path, StringComparison.Ordinal);
        using var carys = await moot.AsAsync(People.Coordinator);
        var others = await carys.GetAsync(second.Path);
        Assert.DoesNotContain("SECOND-TEXT", others.Text, StringComparison.Ordinal);
        var same = await petra.PostAsync(form, Fill.Send, Fill.Send, Fill.Person());
        Assert.Contains("It was saved once", same.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("which was not saved", same.Words, StringComparison.Ordinal);
    }
}
