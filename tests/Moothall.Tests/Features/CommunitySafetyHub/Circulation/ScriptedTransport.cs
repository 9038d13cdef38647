using Moothall.Platform.Email;

namespace Moothall.Tests.Features.CommunitySafetyHub.Circulation;

/// <summary>A mail server whose answers the test writes, to see what follows from each; the real one is in the mail tests.</summary>
internal sealed class ScriptedTransport : IMailTransport
{
    private readonly Queue<Func<OutgoingMail, Task<MailResult>>> answers = new();

    public List<OutgoingMail> Seen { get; } = [];

    /// <summary>The answer to the next message; without one, a message is taken.</summary>
    public void Next(MailResult result) => answers.Enqueue(_ => Task.FromResult(result));

    /// <summary>What happens while the next message is being sent.</summary>
    public void Next(Func<OutgoingMail, Task<MailResult>> answer) => answers.Enqueue(answer);

    public Task<MailResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Seen.Add(mail);
        return answers.TryDequeue(out var answer)
            ? answer(mail)
            : Task.FromResult<MailResult>(new MailResult.Sent("250 OK"));
    }
}
