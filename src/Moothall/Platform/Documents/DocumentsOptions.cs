namespace Moothall.Platform.Documents;

/// <summary>Where files and the key lie, and what may be uploaded. Read from the section <c>Documents</c> of the configuration.</summary>
public sealed class DocumentsOptions
{
    /// <summary>Folder of the encrypted files.</summary>
    public string FilesPath { get; set; } = "";

    /// <summary>The partnership's key file. Keep a copy elsewhere than the backups of the database and the files.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>Largest file that may be uploaded, in bytes.</summary>
    public long LargestUpload { get; set; } = UploadInspector.UsualLimit;

    /// <summary>The Chromium that prints PDF; where it is not given, it is looked for in the usual places.</summary>
    public string? ChromiumPath { get; set; }

    /// <summary>Folder for the pages being printed, deleted at once; give one in memory (tmpfs) where the disk is not encrypted.</summary>
    public string? PrintingPath { get; set; }
}
