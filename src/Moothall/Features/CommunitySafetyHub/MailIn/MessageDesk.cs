using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Data;
using Moothall.Platform.Email.Mailbox;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>A message as the team looks at it.</summary>
/// <param name="Message">The record.</param>
/// <param name="Content">What it says.</param>
/// <param name="Sender">What can be said of its sender.</param>
/// <param name="Recognised">What was recognised in it.</param>
public sealed record OpenMessage(
    IncomingMessage Message,
    MessageContent Content,
    SenderFinding Sender,
    Recognised Recognised
)
{
    /// <summary>"Jo Reed at Housing Options" or what the message says of itself; what "received from" begins with.</summary>
    public string From =>
        Sender.Known?.Name
        ?? (
            Content.FromAddress.Length == 0 ? ""
            : Content.FromName.Length > 0 ? $"{Content.FromName}, {Content.FromAddress}"
            : Content.FromAddress
        );
}

/// <summary>Opens messages for the Community Safety Team; for everyone else there are none.</summary>
public sealed class MessageDesk(
    MoothallDb db,
    HubViewers viewers,
    MessageSeal seal,
    IOptions<MailboxOptions> options,
    TimeProvider clock
)
{
    private SenderCheck? check;

    /// <summary>One message, tracked, or nothing where the person in front of the page sees none such.</summary>
    public async Task<OpenMessage?> FindAsync(Guid id, CancellationToken cancel)
    {
        var message = await db.Set<IncomingMessage>()
            .VisibleTo(await viewers.CurrentAsync(cancel))
            .Include(one => one.Files)
                .ThenInclude(file => file.File)
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        return message is null ? null : await OpenAsync(message, cancel);
    }

    /// <summary>What a list shows of a message.</summary>
    public async Task<OpenMessage> OpenAsync(IncomingMessage message, CancellationToken cancel)
    {
        var today = UkTime.Today(clock);
        check ??= await SenderCheck.LoadAsync(db, options.Value.TrustedResults, today, cancel);
        topics ??= await db.Set<Topic>()
            .AsNoTracking()
            .Where(topic => !topic.IsRetired)
            .OrderBy(topic => topic.Order)
            .ToListAsync(cancel);
        open ??= await db.Set<HubAction>()
            .Where(action => action.Status == ActionStatus.Open)
            .GroupBy(action => action.OwnerMembershipId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var content = seal.Open(message);
        var sender = check.Of(content, message.AddedByName, today);
        var actions = sender.Known is { } known ? open.GetValueOrDefault(known.MembershipId) : 0;
        return new(message, content, sender, MessageRecogniser.Of(content, topics, actions));
    }

    private List<Topic>? topics;
    private Dictionary<Guid, int>? open;
}
