using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.MailIn;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House.Markers;

/// <summary>A message that waits for the team, and a file that came with an agency's news of its action.</summary>
internal sealed partial class PlantedWorld
{
    private void AddMail(MoothallDb db)
    {
        const Secret secret = Secret.MessageToTeam;
        var content = new MessageContent
        {
            FromAddress = People.Housing.Email,
            FromName = Marks.Word(secret, "message from"),
            Subject = Marks.Word(secret, "message subject"),
            Text =
                $"Name: {Marks.Word(secret, "message name")}\n{Marks.Word(secret, "message text")}",
            Attached = Marks.Word(secret, "message document"),
            Remarks = [Marks.Word(secret, "message remark")],
        };
        var message = new IncomingMessage
        {
            ReceivedAt = Now.AddHours(-2),
            // Marks of the bytes, shown to nobody.
            Fingerprint = "planted",
            NameMark = "planted",
            Content = moot.Services.GetRequiredService<MessageSeal>().Seal(content),
        };
        var file = Keep(secret, named: true);
        db.Add(file);
        Name(db, secret, message);
        Name(db, secret, new IncomingFile { MessageId = message.Id, FileId = file.Id });

        var action = db
            .ChangeTracker.Entries<HubAction>()
            .Select(entry => entry.Entity)
            .First(one => one.OwnerMembershipId == World.HousingMember);
        var evidence = Keep(Secret.FileOfAction, named: true);
        db.Add(evidence);
        Name(
            db,
            Secret.FileOfAction,
            new ActionAttachment
            {
                ActionId = action.Id,
                FileId = evidence.Id,
                AddedByName = "?",
            }
        );
    }
}
