using System.Collections.Concurrent;
using System.Threading.Channels;
using BuildingQuota.Data.Access;
using BuildingQuota.Features.Imports;

namespace BuildingQuota.Web.Pages.Imports;

/// <summary>Uploads wait here for the worker, so that no request lasts as long as an import. Holds the last ones for their result
/// pages.</summary>
public sealed class WaitingUploads
{
    private const int Longest = 16;
    private const int Remembered = 200;

    private readonly Channel<Upload> _waiting = Channel.CreateBounded<Upload>(Longest);
    private readonly ConcurrentDictionary<Guid, Upload> _known = new();

    public ChannelReader<Upload> Waiting => _waiting.Reader;

    /// <summary>Null when too many are waiting already.</summary>
    public Upload? TryAdd(Account owner, ImportRequest request)
    {
        var upload = new Upload(Guid.CreateVersion7(), owner, request);
        if (!_waiting.Writer.TryWrite(upload)) return null;
        _known[upload.Id] = upload;
        foreach (var old in _known.Values.Where(known => known.IsOver).OrderByDescending(known => known.Id)
            .Skip(Remembered)) _known.TryRemove(old.Id, out _);
        return upload;
    }

    /// <summary>Only its owner finds it.</summary>
    public Upload? Find(Guid id, Account? owner) =>
        _known.TryGetValue(id, out var upload) && upload.Owner.Id == owner?.Id ? upload : null;
}
