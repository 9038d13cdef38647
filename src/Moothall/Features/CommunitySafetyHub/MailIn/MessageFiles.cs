using Microsoft.AspNetCore.Mvc.Rendering;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>
/// Carries files of a message over to what came of it, where more people see them than the team: only those that a person
/// ticked. The others stay with the message and go with it.
/// </summary>
public static class MessageFiles
{
    /// <summary>The files of a message to tick.</summary>
    public static IReadOnlyList<SelectListItem> Choices(OpenMessage open) =>
        [
            .. open
                .Message.Files.Where(one => one.File is not null)
                .OrderBy(one => one.Id)
                .Select(one => new SelectListItem(one.File!.FileName, one.Id.ToString())),
        ];

    /// <summary>From now on the ticked files belong to what the attachment names. The caller saves.</summary>
    /// <param name="db">The database.</param>
    /// <param name="open">The message.</param>
    /// <param name="ticked">Which of its files.</param>
    /// <param name="attach">Makes the attachment of a stored file.</param>
    public static void Carry(
        MoothallDb db,
        OpenMessage open,
        IReadOnlyCollection<Guid> ticked,
        Func<Guid, Record> attach
    )
    {
        foreach (var file in open.Message.Files.Where(file => ticked.Contains(file.Id)).ToList())
        {
            db.Add(attach(file.FileId));
            db.Remove(file);
        }
    }
}
