using System.Globalization;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.MailIn;
using Moothall.Features.Partnership.Topics;

namespace Moothall.Tests.Features.CommunitySafetyHub.MailIn;

/// <summary>What is recognised in a message, and what is said of its sender.</summary>
public class MessageRecogniserTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Topic Noise = new()
    {
        Label = "Noise",
        Kind = TopicKind.Problem,
        DefaultVisibility = CaseVisibility.Hub,
        Order = 1,
    };
    private static readonly Topic Arson = new()
    {
        Label = "Arson",
        Kind = TopicKind.Problem,
        DefaultVisibility = CaseVisibility.Hub,
        Order = 2,
    };

    private static Recognised Read(string text, string subject = "", int open = 0) =>
        MessageRecogniser.Of(new() { Text = text, Subject = subject }, [Noise, Arson], open);

    [Theory]
    [InlineData("Name: Marta O’Neill", "Marta", "O’Neill")]
    [InlineData("Name:Marta de la Cruz", "Marta de la", "Cruz")]
    [InlineData("name\tMarta O’Neill", "Marta", "O’Neill")]
    [InlineData("NAME: O’Neill, Marta", "Marta", "O’Neill")]
    [InlineData("Full name : Ms Marta O’Neill (known as Mo)", "Marta", "O’Neill")]
    [InlineData("Forename: Marta\nSurname: O’Neill", "Marta", "O’Neill")]
    [InlineData("Name: Marta", "", "Marta")]
    [InlineData("The name of the street: Quarry Lane", "", "")]
    [InlineData("I spoke with Marta O’Neill", "", "")]
    [InlineData("Name: this is a long sentence and surely no name", "", "")]
    [InlineData("", "", "")]
    public void A_name_is_taken_where_it_is_called_one(string text, string given, string family)
    {
        var found = Read(text);
        Assert.Equal((given, family), (found.GivenNames, found.FamilyName));
    }

    [Theory]
    [InlineData("DOB: 3/4/1985", "1985-04-03")]
    [InlineData("D.O.B. 03.04.1985", null)]
    [InlineData("D.O.B.: 03.04.1985", "1985-04-03")]
    [InlineData("Date of birth: 3rd April 1985", "1985-04-03")]
    [InlineData("Date of Birth\t1985-04-03", "1985-04-03")]
    [InlineData("DOB: 3 Apr 1985 (41)", "1985-04-03")]
    [InlineData("DOB: 31/02/1985", null)]
    [InlineData("DOB: not known", null)]
    [InlineData("DOB: 3/4/85", null)]
    public void A_date_of_birth_is_read_day_first_and_whole_or_not_at_all(
        string text,
        string? expected
    ) =>
        Assert.Equal(expected, Read(text).DateOfBirth?.ToString("O", CultureInfo.InvariantCulture));

    [Fact]
    public void Address_postcode_telephone_topics_and_references_are_found()
    {
        var found = Read(
            "Address: 12 Quarry Lane, zz99 1aa\nTel: 01632 960123\nArson and noise.\nSee csh-2026-k7qm and CSH-2026-K7QM",
            "x"
        );

        Assert.Equal("12 Quarry Lane, zz99 1aa", found.Address);
        Assert.Equal("ZZ99 1AA", found.Postcode);
        Assert.Equal("01632 960123", found.Telephone);
        Assert.Equal([Arson.Id, Noise.Id], found.TopicIds);
        Assert.Equal(["CSH-2026-K7QM"], found.References);
        Assert.Equal("", Read("Tel: none").Telephone);
    }

    [Theory]
    [InlineData("Name: A B\nDOB: 3/4/1985", "", 0, Looks.Referral)]
    [InlineData("words", "Referral of a family", 0, Looks.Referral)]
    [InlineData("On CSH-2026-K7QM: done", "Referral", 0, Looks.ActionNews)]
    [InlineData("done", "Our action", 1, Looks.ActionNews)]
    [InlineData("done", "Our action", 0, Looks.Unclear)]
    [InlineData("Hello", "Lunch", 3, Looks.Unclear)]
    public void What_it_looks_like_is_said_with_the_reason(
        string text,
        string subject,
        int open,
        Looks looks
    )
    {
        var found = Read(text, subject, open);
        Assert.Equal(looks, found.Looks);
        Assert.NotEmpty(found.Why);
    }

    [Fact]
    public void More_than_one_person_is_counted() =>
        Assert.Equal(2, Read("Name: A B\nDOB: 3/4/1985\n\nName: C D").People);

    [Theory]
    [InlineData(
        "jo@council.example",
        "Jo",
        "",
        "That is the address of Jo Reed, who acts for Housing."
    )]
    [InlineData(
        "JO@council.example",
        "Jo",
        "",
        "That is the address of Jo Reed, who acts for Housing."
    )]
    [InlineData(
        "other@council.example",
        "Jo",
        "",
        "people at Housing have addresses at council.example"
    )]
    [InlineData(
        "jo@council.example.evil.example",
        "Jo",
        "",
        "Nobody who acts for a member has that address."
    )]
    [InlineData(
        "x@evil.example",
        "jo@council.example",
        "",
        "Its name shows another address than the one it came from."
    )]
    [InlineData(
        "jo@council.example",
        "Jo",
        "x@evil.example",
        "Answers would go to another address: x@evil.example."
    )]
    [InlineData(
        "jo@council.example",
        "Jo",
        "",
        "is not on the partnership's list of secure domains"
    )]
    [InlineData("", "", "", "It names no sender, or more than one.")]
    public void A_sender_is_compared_and_never_trusted(
        string address,
        string name,
        string reply,
        string words
    )
    {
        var finding = Check("")
            .Of(
                new()
                {
                    FromAddress = address,
                    FromName = name,
                    ReplyTo = reply,
                },
                "",
                Today
            );

        Assert.Contains(
            finding.Words,
            sentence => sentence.Contains(words, StringComparison.Ordinal)
        );
        Assert.Equal(SenderCheck.Warning, finding.Words[^1]);
        Assert.Equal(
            address.Equals("jo@council.example", StringComparison.OrdinalIgnoreCase),
            finding.Known is not null
        );
    }

    [Theory]
    [InlineData("mx.council.example", "mx.council.example; spf=pass; dkim=pass", true)]
    [InlineData("mx.council.example", "mx.council.example 1; spf=pass", true)]
    [InlineData("mx.council.example", "evil.example; spf=pass", false)]
    [InlineData("", "mx.council.example; spf=pass", false)]
    [InlineData("mx.council.example", "evil.example; spf=fail|mx.council.example; spf=pass", false)]
    public void Only_what_the_partnership_s_own_server_wrote_last_is_shown(
        string trusted,
        string headers,
        bool shown
    )
    {
        var finding = Check(trusted)
            .Of(
                new() { FromAddress = "jo@council.example", Results = headers.Split('|') },
                "",
                Today
            );

        Assert.Equal(
            shown,
            finding.Words.Any(words =>
                words.Contains("Your mail server checked", StringComparison.Ordinal)
            )
        );
        Assert.Equal(SenderCheck.Warning, finding.Words[^1]);
    }

    private static SenderCheck Check(string trusted) =>
        new(
            [
                new(
                    Guid.CreateVersion7(),
                    "Jo Reed",
                    "jo@council.example",
                    Guid.CreateVersion7(),
                    "Housing",
                    null
                ),
            ],
            new SecureDomains([], []),
            trusted
        );
}
