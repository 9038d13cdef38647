using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Settings;
using Moothall.Platform.Data;
using Moothall.Platform.Email;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>The words of a message that carries a file: they say that something is attached and how it opens, and nothing about anybody (settled 13).</summary>
public sealed class CirculationMail(MoothallDb db)
{
    /// <summary>The message of one attempt. The attempt is its identity, so a second sending is a second message.</summary>
    public async Task<OutgoingMail> WriteAsync(
        SendingAttempt attempt,
        CirculationRoute route,
        MailAttachment file,
        CancellationToken cancel
    )
    {
        var settings = await db.Set<PartnershipSettings>()
            .AsNoTracking()
            .Select(s => new { s.Name, s.TeamTelephone })
            .SingleAsync(cancel);
        var ring =
            settings.TeamTelephone.Length > 0
                ? $"Ring {settings.TeamTelephone} if you do not have it."
                : "Ring the Community Safety Team if you do not have it.";
        var opens =
            route == CirculationRoute.LockedFile
                ? $"The file is locked. It opens with this month's password, which is told by telephone or in person and never by e-mail. {ring}\n\n"
                : "";
        return new(
            attempt.Id,
            attempt.Address,
            $"{settings.Name}: a file for you",
            $"""
            A file is attached for you. This message holds no details on purpose.

            {opens}From the moment you receive it, you and your organisation are responsible for keeping it secure. Do not forward it. If it is not meant for you, delete it and tell the sender.
            """,
            file
        );
    }
}
