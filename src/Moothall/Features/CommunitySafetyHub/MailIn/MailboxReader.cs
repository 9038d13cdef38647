using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Documents.Mail;
using Moothall.Platform.Email;
using Moothall.Platform.Email.Mailbox;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>
/// Takes in what lies in the mailbox, one mail after the other: first safe here, then put away there. A crash between the two
/// is noticed by the mail's lasting number, and after a change of those numbers by its bytes.
/// </summary>
public sealed class MailboxReader(
    MoothallDb db,
    MessageIntake intake,
    Notices notices,
    IOptions<MailboxOptions> options,
    TimeProvider clock,
    ILogger<MailboxReader> log
)
{
    private const int MostPerTurn = 50;
    private static readonly TimeSpan ReceiptsApart = TimeSpan.FromHours(1);

    /// <summary>Reads the mailbox once and writes down how it went, whatever happens.</summary>
    /// <param name="atMost">How long it may take.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task ReadAsync(TimeSpan atMost, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(atMost);
        var problem = "";
        try
        {
            problem = await TakeAllAsync(limit.Token);
        }
        catch (MailboxException failed)
        {
            problem = failed.Message;
        }
        catch (StorageFullException)
        {
            problem =
                "There is no room left for files, so mail stays in the mailbox. Tell the administrator.";
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            problem = "The mailbox was so slow that reading it was broken off. It is tried again.";
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "Reading the mailbox failed in an unexpected way");
            problem =
                "The mailbox could not be read to its end. It is tried again; the administrator's log says why.";
        }

        db.ChangeTracker.Clear();
        await WriteDownAsync(problem, cancel);
    }

    // One mail that cannot be kept stays where it is, and those behind it are taken in all the same.
    private async Task<string> TakeAllAsync(CancellationToken cancel)
    {
        var left = 0;
        await using var mailbox = await ImapMailbox.OpenAsync(options.Value, cancel);
        foreach (var (uid, bytes) in await mailbox.ListAsync(MostPerTurn, cancel))
        {
            try
            {
                if (!await IsSafeAsync(mailbox.UidValidity, uid, cancel))
                {
                    await TakeAsync(mailbox, uid, bytes, cancel);
                }
            }
            catch (Exception fault)
                when (fault
                        is not (
                            MailboxException
                            or StorageFullException
                            or OperationCanceledException
                        )
                )
            {
                log.LogError(fault, "The mail {Uid} of the mailbox could not be kept", uid);
                db.ChangeTracker.Clear();
                left++;
                continue;
            }

            await mailbox.PutAwayAsync(uid, cancel);
        }

        return left switch
        {
            0 => "",
            1 =>
                "1 message could not be kept and stays in the mailbox. It is tried again; the administrator's log says why.",
            _ =>
                $"{left} messages could not be kept and stay in the mailbox. They are tried again; the administrator's log says why.",
        };
    }

    private Task<bool> IsSafeAsync(uint uidValidity, uint uid, CancellationToken cancel) =>
        db.Set<TakenMail>()
            .AnyAsync(mail => mail.UidValidity == uidValidity && mail.Uid == uid, cancel);

    private async Task TakeAsync(
        ImapMailbox mailbox,
        uint uid,
        long length,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var whole =
            length <= options.Value.LargestMessage ? await mailbox.FetchAsync(uid, cancel) : null;
        var bytes = whole ?? await mailbox.FetchBeginningAsync(uid, cancel);
        // Another program took it away since the list was made.
        if (bytes is null)
        {
            return;
        }

        db.Add(
            new TakenMail
            {
                UidValidity = mailbox.UidValidity,
                Uid = uid,
                At = now,
            }
        );
        if (await intake.EarlierAsync(bytes, cancel) is null)
        {
            var taken = Read(bytes, isWhole: whole is not null);
            await intake.KeepAsync(bytes, taken, addedBy: null, cancel);
            await ReceiptAsync(taken.Message, now, cancel);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private TakenMessage Read(byte[] bytes, bool isWhole)
    {
        var where = $"It lies whole in the mailbox, in the folder “{options.Value.TakenInFolder}”.";
        try
        {
            if (isWhole)
            {
                return MailIntake.ReadMail(bytes, intake.LargestFile);
            }

            var headers = MimeReader.Read(bytes) with { Text = "", Files = [], Remarks = [] };
            return new(headers, [], "", [$"This message is too large to be taken in. {where}"]);
        }
        catch (UnreadableMailException problem)
        {
            return new(new(), [], "", [$"{problem.Message} {where}"]);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "A mail could not be read");
            return new(new(), [], "", [$"This message could not be read. {where}"]);
        }
    }

    // A receipt goes to a representative's own address only, holds nothing of the message, and never answers a machine. One an
    // hour, since whoever writes in another's name decides how many messages there are.
    private async Task ReceiptAsync(MailMessage message, DateTime now, CancellationToken cancel)
    {
        if (message.IsAutomatic || message.FromAddress.Length == 0)
        {
            return;
        }

        var check = await SenderCheck.LoadAsync(db, "", UkTime.DateOf(now), cancel);
        var known = check.People.FirstOrDefault(one =>
            one.Address.Equals(message.FromAddress, StringComparison.OrdinalIgnoreCase)
        );
        if (known is not null)
        {
            var user = await db.Set<User>().SingleAsync(one => one.Id == known.UserId, cancel);
            const NoticeAbout about = NoticeAbout.MessageReceived;
            if (!await notices.WroteAsync(user, about, ReceiptsApart, cancel))
            {
                notices.Write(user, about, "/");
            }
        }
    }

    private async Task WriteDownAsync(string problem, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var state = await db.Set<MailboxState>().SingleOrDefaultAsync(cancel);
        if (state is null)
        {
            state = new() { TriedAt = now };
            db.Add(state);
        }

        (state.TriedAt, state.Problem) = (now, problem);
        state.ReadAt = problem.Length == 0 ? now : state.ReadAt;
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>Reads the mailbox again and again.</summary>
public sealed class MailboxJob(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    IOptions<MailboxOptions> options,
    ILogger<MailboxJob> log
) : Platform.Jobs.RecurringJob(scopes, clock, log)
{
    /// <inheritdoc/>
    protected override string Name => "reading the mailbox";

    /// <inheritdoc/>
    protected override TimeSpan Interval => options.Value.Every;

    /// <inheritdoc/>
    protected override async Task RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (!options.Value.IsSetUp)
        {
            return;
        }

        // A turn ends before its lease does, or a second process could read along.
        await services.GetRequiredService<MailboxReader>().ReadAsync(Lease / 2, cancel);
    }
}
