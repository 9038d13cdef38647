using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Platform.Email;

/// <summary>What a notice is about, in words that tell nothing about anybody.</summary>
public enum NoticeAbout
{
    ReferralDecided,
    ReferralReceived,
    AgendaPublished,
    MeetingChanged,
    MinutesToRead,
    MinutesToSign,
    MinutesRecalled,
    PaperRecalled,
    HoldingsRecalled,
    ActionGiven,
    ActionDue,
    ProgressAsked,
    ProgressLate,
    ConcernRaised,
    ConcernAnswered,
    Reminder,
    Invitation,
    MessageReceived,
    Test,
}

/// <summary>Writes notices: the only way the product sends ordinary mail, and no words of a case can get into it.</summary>
public sealed class Notices(
    MoothallDb db,
    TimeProvider clock,
    Masthead masthead,
    IConfiguration settings
)
{
    // Whoever waits in front of a page, and the proxies between, give up not much later.
    private static readonly TimeSpan LongestTest = TimeSpan.FromSeconds(30);

    /// <summary>The address people reach the product by, without a slash at the end: the setting <c>PublicAddress</c>, else where it serves.</summary>
    public string PublicAddress => (settings["PublicAddress"] ?? Served).TrimEnd('/');

    // Where the host was told to listen; one that means every name of the machine is none to link to.
    private string Served
    {
        get
        {
            var address =
                (settings["urls"] ?? "")
                    .Split(
                        ';',
                        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                    )
                    .Select(BindingAddress.Parse)
                    .FirstOrDefault(one => !one.IsUnixPipe && !one.IsNamedPipe)
                ?? BindingAddress.Parse("http://localhost:5080");
            var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]"
                ? "localhost"
                : address.Host;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{address.Scheme}://{host}:{address.Port}"
            );
        }
    }

    /// <summary>Whether a mail server is set up. Without one, notices wait and nobody is told of anything.</summary>
    public bool HasMailServer => !string.IsNullOrWhiteSpace(settings["Mail:Host"]);

    /// <summary>Adds a notice to be saved with what it tells of. A leaver and an account without an address get none.</summary>
    /// <param name="to">The person; recipients come from accounts, never typed.</param>
    /// <param name="about">What it is about.</param>
    /// <param name="path">Where to look, an address in the product whose parts tell nothing.</param>
    public void Write(User to, NoticeAbout about, string path) =>
        Add(
            to,
            about,
            $"""
            There is something for you: {Words(about)}.

            {PublicAddress}{path}

            This message holds no details on purpose. Please sign in to see them.
            """
        );

    /// <summary>Asks someone withdrawn for what they hold, paper and files. What they saw here is shut, so there is nothing to sign in for.</summary>
    /// <param name="to">The person.</param>
    /// <param name="telephone">The team's number; empty where none is set.</param>
    public void WriteRecall(User to, string telephone)
    {
        var ring = telephone.Length > 0 ? $"Ring the team on {telephone}" : "Ring the team";
        Add(
            to,
            NoticeAbout.HoldingsRecalled,
            $"""
            Please return or destroy what you hold of the hub.

            Return numbered paper copies to the Community Safety Team. Delete every file of minutes and sheets that you were sent or saved.

            {ring} when it is done, or to ask. This message holds no details on purpose.
            """
        );
    }

    /// <summary>
    /// Sends a message at once to whoever asks for a test of the mail settings. One that the server took is kept with the
    /// others; one that it did not take is not tried again by itself.
    /// </summary>
    public async Task<MailResult> TestAsync(
        User to,
        IMailTransport transport,
        CancellationToken cancel
    )
    {
        var notice = Of(
            to,
            NoticeAbout.Test,
            $"""
            You asked for this test message. It shows that mail of {masthead.Name} reaches you.

            The link below stands in every message. If it does not open the sign-in page, the setting PublicAddress is wrong.

            {PublicAddress}/
            """
        );
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LongestTest);
        MailResult result;
        try
        {
            result = await transport.SendAsync(
                new(notice.Id, notice.To, notice.Subject, notice.Text),
                limit.Token
            );
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new MailResult.Refused(
                $"The mail server did not answer within {LongestTest.TotalSeconds:0} seconds; nothing was sent.",
                Permanent: false,
                MailFault.Unreachable
            );
        }

        if (result is MailResult.Sent)
        {
            NoticeSender.Record(notice, result, notice.WrittenAt);
            db.Add(notice);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        return result;
    }

    private void Add(User to, NoticeAbout about, string text)
    {
        if (to.LeftAt is null && OutgoingMail.IsAddress(to.Email ?? ""))
        {
            db.Add(Of(to, about, text));
        }
    }

    private Notice Of(User to, NoticeAbout about, string text)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new()
        {
            To = to.Email ?? "",
            Subject = Subject(about),
            Text = text,
            WrittenAt = now,
            NextAttemptAt = now,
        };
    }

    /// <summary>Whether a person was written to about the same within this time.</summary>
    public Task<bool> WroteAsync(
        User to,
        NoticeAbout about,
        TimeSpan within,
        CancellationToken cancel
    )
    {
        var (subject, since) = (Subject(about), clock.GetUtcNow().UtcDateTime - within);
        return db.Set<Notice>()
            .AnyAsync(
                one => one.To == to.Email && one.Subject == subject && one.WrittenAt > since,
                cancel
            );
    }

    private string Subject(NoticeAbout about) => $"{masthead.Name}: {Words(about)}";

    /// <summary>The words of the subject line.</summary>
    public static string Words(NoticeAbout about) =>
        about switch
        {
            NoticeAbout.ReferralDecided => "your referral has an answer",
            NoticeAbout.ReferralReceived => "a referral is waiting for triage",
            NoticeAbout.AgendaPublished => "the agenda is ready",
            NoticeAbout.MeetingChanged => "a meeting has changed",
            NoticeAbout.MinutesToRead => "minutes are ready to read",
            NoticeAbout.MinutesToSign => "minutes are waiting for a signature",
            NoticeAbout.MinutesRecalled =>
                "please delete the copy of the minutes that you were sent",
            NoticeAbout.PaperRecalled => "please delete the paper that you were sent",
            NoticeAbout.HoldingsRecalled => "please return or destroy what you hold of the hub",
            NoticeAbout.ActionGiven => "you have a new action",
            NoticeAbout.ActionDue => "an action is due",
            NoticeAbout.ProgressAsked => "please say how your actions of the plan stand",
            NoticeAbout.ProgressLate => "the update on your actions of the plan is late",
            NoticeAbout.ConcernRaised => "a concern needs your answer",
            NoticeAbout.ConcernAnswered => "your concern has an answer",
            NoticeAbout.Reminder => "a reminder of your data protection duties",
            NoticeAbout.MessageReceived => "your e-mail has reached the Community Safety Team",
            NoticeAbout.Test => "a test message",
            _ => "you are invited",
        };
}
