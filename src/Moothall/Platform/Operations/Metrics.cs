using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Platform.Audit;
using Moothall.Platform.Backups;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Platform.Ui;

namespace Moothall.Platform.Operations;

/// <summary>Figures to watch a server by, in the text form that Prometheus reads. They count; they name nobody.</summary>
public sealed class Metrics(
    RequestFigures requests,
    Readiness readiness,
    AuditQueue audit,
    BackupPlaces backups,
    TimeProvider clock,
    IOptions<OperationsOptions> options
)
{
    /// <summary>Whether a request may read them: one of this machine, or one that knows the token.</summary>
    public bool MayRead(HttpContext context)
    {
        if (LocalRequests.IsLocal(context.Connection.RemoteIpAddress, context.Request))
        {
            return true;
        }

        var token = options.Value.MetricsToken;
        return token.Length > 0
            && CryptographicOperations.FixedTimeEquals(
                SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {token}")),
                SHA256.HashData(
                    Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString())
                )
            );
    }

    /// <summary>Writes them down.</summary>
    public async Task<string> WriteAsync(MoothallDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var text = new StringWriter(CultureInfo.InvariantCulture);
        requests.Write(text);
        try
        {
            var waiting = db.Set<Notice>().Where(notice => notice.Status == NoticeStatus.Waiting);
            var oldest = await waiting.MinAsync(notice => (DateTime?)notice.WrittenAt, cancel);
            var count = await waiting.CountAsync(cancel);
            Gauge("moothall_database_up", 1);
            Gauge("moothall_mail_waiting", count);
            Gauge("moothall_mail_oldest_seconds", Age(oldest));
        }
        catch (Exception fault) when (Outage.Caused(fault))
        {
            Gauge("moothall_database_up", 0);
        }

        Gauge("moothall_audit_waiting", audit.Waiting);
        Gauge("moothall_free_disk_bytes", readiness.FreeDisk);
        Gauge("moothall_memory_bytes", Environment.WorkingSet);
        // Where there is no backup there is no line: a watcher asks for its absence, and no age stands for "never".
        if (backups.Newest() is { } newest)
        {
            Gauge("moothall_backup_age_seconds", Age(newest.LastWriteTimeUtc));
        }

        return text.ToString();

        double Age(DateTime? since) => since is { } at ? Math.Max(0, (now - at).TotalSeconds) : 0;
        void Gauge(string name, double value) =>
            text.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"# TYPE {name} gauge\n{name} {value}\n"
                )
            );
    }
}
