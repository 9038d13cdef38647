using Microsoft.EntityFrameworkCore;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents;

namespace Moothall.Tests.Features.CommunitySafetyHub.MailIn;

/// <summary>Messages dropped, and messages that are nothing to the hub.</summary>
public class MessagePagesTests
{
    [Theory, BothDatabases]
    public async Task Files_are_dropped_several_at_once_and_each_is_judged_by_itself(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var mail = Mails.Referral(People.Charity.Email);

        var page = await Mails.DropAsync(
            carys,
            ("mail.eml", mail),
            ("photo.png", Samples.Png),
            ("form.docx", Samples.Docx()),
            ("old.doc", [1, 2, 3]),
            ("again.eml", mail)
        );

        Assert.Equal(["3 files were not added. The reasons stand below."], page.Errors);
        Assert.Contains("photo.png: Only saved e-mails", page.Words, StringComparison.Ordinal);
        Assert.Contains("old.doc: ", page.Words, StringComparison.Ordinal);
        Assert.Contains(
            "again.eml: This message was added before and waits to be confirmed.",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("mail.eml", page.Words, StringComparison.Ordinal);
        Assert.Equal(2, (await Mails.AllAsync(moot)).Count);
        var list = await carys.GetAsync("/Messages");
        Assert.Contains("Added by Carys Bevan", list.Words, StringComparison.Ordinal);

        var nothing = await Mails.DropAsync(carys);
        Assert.Equal(["Choose one file or more"], nothing.Errors);
        Assert.Contains(
            "1 message was added.",
            (await Mails.DropAsync(carys, ("b.eml", Mails.Referral("x@elsewhere.example"))))
                .Document
                .Body!
                .TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task What_is_not_for_the_hub_needs_a_reason_and_two_who_decide_at_once_are_told(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        await Mails.DropAsync(carys, ("mail.eml", Mails.Referral(People.Charity.Email)));
        var message = Assert.Single(await Mails.AllAsync(moot));
        var address = $"/Messages/{message.Id}/Dismiss";
        var (hers, his) = (await carys.GetAsync(address), await sunil.GetAsync(address));
        Assert.Equal(
            ["Say why it is not for the hub"],
            (await carys.PostAsync(hers, "not for the hub")).Errors
        );

        await carys.PostAsync(
            hers,
            "not for the hub",
            null,
            ("Input.Because", "Sent to the control room")
        );
        var late = await sunil.PostAsync(
            his,
            "not for the hub",
            null,
            ("Input.Because", "An advertisement")
        );

        Assert.Contains(
            late.Errors,
            error => error.Contains("Carys Bevan settled it", StringComparison.Ordinal)
        );
        Assert.Equal("Sent to the control room", Assert.Single(await Mails.AllAsync(moot)).Because);
        Assert.Contains(
            "Sent to the control room",
            (await sunil.GetAsync($"/Messages/{message.Id}")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Not for the hub",
            (await sunil.GetAsync("/Messages?show=settled")).Words,
            StringComparison.Ordinal
        );
    }
}
