using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Moothall.Platform.Operations;

/// <summary>
/// The log of a server: one JSON object a line. It tells what a fault is and where it arose, never its words, because the words of
/// a fault can hold what somebody typed or what stands in a record.
/// </summary>
public sealed class LogFormat(TimeProvider clock) : ConsoleFormatter(FormatName)
{
    /// <summary>Name of the format.</summary>
    public const string FormatName = "moothall";

    private const string Template = "{OriginalFormat}";

    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <inheritdoc/>
    public override void Write<TState>(
        in LogEntry<TState> logEntry,
        IExternalScopeProvider? scopeProvider,
        TextWriter textWriter
    )
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            var values = logEntry.State as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
            json.WriteStartObject();
            json.WriteString("at", clock.GetUtcNow().UtcDateTime);
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("from", logEntry.Category);
            json.WriteString(
                "what",
                values.LastOrDefault(one => one.Key == Template).Value as string
            );
            foreach (var (name, value) in values.Where(one => one.Key != Template))
            {
                Write(json, JsonNamingPolicy.CamelCase.ConvertName(name), value);
            }

            if (
                values.All(one => one.Key != "Reference")
                && ReferenceIn(scopeProvider) is { } reference
            )
            {
                json.WriteString("reference", reference);
            }

            if (logEntry.Exception is { } fault)
            {
                json.WriteStartArray("fault");
                Write(json, fault);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case Exception fault:
                json.WriteString(name, fault.GetType().FullName);
                break;
            case int or long:
                json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteNumber(name, number);
                break;
            default:
                json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            json.WriteStartObject();
            json.WriteString("type", fault.GetType().FullName);
            if (fault is DbException { SqlState: { } state })
            {
                json.WriteString("sqlState", state);
            }
            else if (fault is IOException or Microsoft.Data.Sqlite.SqliteException)
            {
                json.WriteNumber("number", (fault as DbException)?.ErrorCode ?? fault.HResult);
            }

            json.WriteString("where", fault.StackTrace);
            json.WriteEndObject();
        }
    }

    // The same that the error page shows.
    private static string? ReferenceIn(IExternalScopeProvider? scopes)
    {
        var found = new StrongBox();
        scopes?.ForEachScope(
            static (scope, box) =>
            {
                if (scope is IEnumerable<KeyValuePair<string, object>> values)
                {
                    box.Value ??=
                        values.FirstOrDefault(one => one.Key == "RequestId").Value as string;
                }
            },
            found
        );
        return found.Value;
    }

    private sealed class StrongBox
    {
        public string? Value { get; set; }
    }
}
