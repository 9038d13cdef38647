using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>Carries the files of a message over to the action that it is news of. The caller saves.</summary>
public sealed class MessageActions(MoothallDb db, MessageTexts texts, CurrentUser user)
{
    /// <summary>From now on they belong to the action, with the message itself as text, and are seen by whoever sees it.</summary>
    public async Task CarryAsync(OpenMessage open, HubAction action, CancellationToken cancel)
    {
        var kept = await texts.KeepAsync(open, cancel);
        foreach (var file in open.Message.Files.Select(file => file.FileId).Append(kept))
        {
            db.Add(
                new ActionAttachment
                {
                    ActionId = action.Id,
                    FileId = file,
                    AddedByName = user.Name,
                }
            );
        }

        db.RemoveRange(open.Message.Files);
    }
}
