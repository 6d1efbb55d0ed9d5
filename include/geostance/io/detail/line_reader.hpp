// SPDX-License-Identifier: BSL-1.0
/// @file
/// Lines from an input, read in large blocks: line ends, byte-order mark, limits, progress and cancellation.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/beginning.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace geostance::io::detail {

/// Memory of blocks that were read, for further blocks: new memory costs as much as what is done with it. Each thread
/// gets its own back, which is near its core; another's would have to come from there first.
class spare_memory {
public:
    /// @return memory of that size, not initialised
    std::unique_ptr<char[]> take(std::size_t size) {
        {
            std::lock_guard const lock(one_at_a_time_);
            auto const found = std::find_if(spare_.begin(), spare_.end(), [&](piece const& p) {
                return p.size == size && p.of == std::this_thread::get_id();
            });
            if (found != spare_.end()) {
                auto bytes = std::move(found->bytes);
                spare_.erase(found);
                return bytes;
            }
        }
        return std::unique_ptr<char[]>(new char[size]);
    }
    /// Keeps the calling thread's memory of that size, up to that of a few blocks.
    void give_back(std::unique_ptr<char[]> bytes, std::size_t size) noexcept {
        constexpr std::size_t most = 64;
        std::lock_guard const lock(one_at_a_time_);
        std::erase_if(spare_, [size](piece const& p) { return p.size != size; });
        if (spare_.capacity() == 0) try {
                spare_.reserve(most);
            } catch (std::bad_alloc const&) {
                return;
            }
        if (spare_.size() < most) spare_.push_back({std::move(bytes), size, std::this_thread::get_id()});
    }

private:
    struct piece {
        std::unique_ptr<char[]> bytes;
        std::size_t size;
        std::thread::id of;
    };
    std::mutex one_at_a_time_;
    std::vector<piece> spare_;
};

/// Whole lines that were taken from an input, to be read elsewhere.
struct line_block {
    std::unique_ptr<char[]> bytes;
    std::size_t capacity;
    std::shared_ptr<spare_memory> from; // where the bytes go back to
    std::size_t begin;                  // of the first line
    std::size_t end;                    // of the last
    std::size_t lines_before;           // not counting those of earlier blocks
};

/// Where a row begins among those that were read.
struct row_place {
    std::size_t begin;
    std::size_t lines_before;
};

/// Gives one line after another, without its end. Memory is 2 MiB, or four times the longest row that is
/// allowed, if that is more.
class line_reader {
public:
    line_reader(input in, read_options const& options) : in_(std::move(in)), options_(options) {
        validate(options);
        refill();
        check_beginning();
    }
    /// Reads lines of a block. What they mean is for who took them: they have no byte-order mark, and nothing is
    /// refused.
    line_reader(line_block block, std::string name, read_options options)
        : in_(input::text({}, std::move(name))), options_(std::move(options)), capacity_(block.capacity),
          buffer_(std::move(block.bytes)), filled_(block.end), is_finished_(true), begin_(block.begin),
          number_(block.lines_before), spare_(std::move(block.from)) {}
    line_reader(line_reader const&) = delete;
    line_reader& operator=(line_reader const&) = delete;
    ~line_reader() {
        if (spare_ && buffer_) spare_->give_back(std::move(buffer_), capacity_);
    }

    /// Takes the next rows, some 1 MiB of them, to be read elsewhere. Whoever reads a block counts its lines; this
    /// reader does not, nor do the readers of later blocks.
    /// @param quote what may hold line ends, or 0
    /// @return nothing at the end, or where quotes stand so close that no row surely ends: only then this reader goes
    ///         on behind the blocks. Of a line that is too long, at least so much is there that this can be seen
    /// @throws read_error if it cannot be read
    /// @throws cancelled if `stop` asked for it
    std::optional<line_block> take_block(char quote) {
        begin_ += std::exchange(taken_, 0);
        length_ = 0;
        if (!buffer_) {
            buffer_ = spare_->take(capacity_);
            std::copy(rest_.begin(), rest_.end(), buffer_.get());
        }
        auto size = whole_rows(quote);
        while (size == 0 && !is_finished_ && (quote == '\0' || filled_ - begin_ < block_)) {
            if (quote == '\0') filled_ = std::min(filled_, begin_ + options_.max_row_bytes + 2); // and a return
            refill();
            size = whole_rows(quote);
        }
        if (size == 0) return std::nullopt;
        auto const end = begin_ + size;
        if (!spare_) spare_ = std::make_shared<spare_memory>();
        rest_.assign(buffer_.get() + end, buffer_.get() + filled_);
        line_block block{std::move(buffer_), capacity_, spare_, begin_, end, number_};
        filled_ -= end;
        begin_ = 0;
        return block;
    }

    /// Where the next row begins.
    [[nodiscard]] row_place next_place() const noexcept { return {begin_ + taken_, number_}; }
    /// Goes to where a row of the block begins that this reader was made of.
    void go_to(row_place where) noexcept {
        begin_ = where.begin;
        length_ = taken_ = 0;
        number_ = where.lines_before;
    }

    /// Goes on to the next line.
    /// @return false at the end
    /// @throws read_error for a line that is too long; the next call goes on behind it
    bool next() {
        begin_ += taken_;
        length_ = taken_ = 0;
        if (!take_line()) {
            if (!is_finished_) drop_line();
            return false;
        }
        length_of_first_ = length_;
        taken_by_first_ = taken_;
        number_of_first_ = number_;
        if (length_ > options_.max_row_bytes) fail_too_long();
        return true;
    }
    /// Lengthens the row by the next line, with the line end between them.
    /// @return false at the end, or where the row would become too long
    bool extend() { return count() < options_.max_row_lines && take_line() && length_ <= options_.max_row_bytes; }
    /// Takes back what `extend` did: the row is its first line again.
    void shorten() noexcept {
        length_ = length_of_first_;
        taken_ = taken_by_first_;
        number_ = number_of_first_;
    }

    /// The line, or the lines that `extend` put together.
    [[nodiscard]] std::string_view row() const noexcept { return {buffer_.get() + begin_, length_}; }
    /// True if nothing stands behind the row.
    [[nodiscard]] bool is_at_end() const noexcept { return is_finished_ && begin_ + taken_ == filled_; }
    /// How many lines the row has.
    [[nodiscard]] std::size_t count() const noexcept { return number_ - number_of_first_ + 1; }
    /// The number of the row's first line, from 1.
    [[nodiscard]] std::size_t number() const noexcept { return number_of_first_; }
    /// How many lines were read so far.
    [[nodiscard]] std::size_t lines_read() const noexcept { return number_; }
    /// Counts lines that were read elsewhere.
    void count_lines(std::size_t lines) noexcept { number_ += lines; }
    [[nodiscard]] std::string const& name() const noexcept { return in_.name(); }
    [[nodiscard]] read_options const& options() const noexcept { return options_; }

private:
    static constexpr std::size_t largest_block = std::size_t(1) << 20U;
    static constexpr std::size_t least_block = std::size_t(1) << 12U;
    static constexpr auto npos = std::string_view::npos;

    /// How many bytes of the buffer are surely whole rows.
    [[nodiscard]] std::size_t whole_rows(char quote) const noexcept {
        std::string_view const there(buffer_.get() + begin_, filled_ - begin_);
        if (is_finished_) return there.size();
        auto end = there.rfind('\n') + 1;
        if (quote == '\0' || there.find(quote) == npos) return end;
        // no row has more than so many lines: behind as many without a quote, none goes on
        while (end != 0) {
            auto const last = there.rfind(quote, end - 1);
            if (last == npos || lines_in(there.substr(last, end - last)) > options_.max_row_lines) return end;
            end = there.rfind('\n', last) + 1;
        }
        return 0;
    }
    [[nodiscard]] static std::size_t lines_in(std::string_view text) noexcept {
        std::size_t count = 0;
        for (std::size_t at = 0; at < text.size(); ++count) at = std::min(text.find('\n', at), text.size() - 1) + 1;
        return count;
    }
    bool take_line() {
        auto const from = taken_;
        auto const end = find_newline(from);
        if (end == npos) {
            if (!is_finished_ || filled_ - begin_ == from) return false;
            length_ = taken_ = filled_ - begin_;
        } else {
            length_ = end;
            taken_ = end + 1;
            if (length_ > from && buffer_[begin_ + length_ - 1] == '\r') --length_;
        }
        ++number_;
        return true;
    }
    /// Where the next newline is, counted like `from` from the beginning of the row; npos if the input or the longest
    /// row ends before it.
    std::size_t find_newline(std::size_t from) {
        for (;;) {
            auto const there = filled_ - begin_;
            auto const* const row = buffer_.get() + begin_;
            if (auto const* const at = from < there ? std::memchr(row + from, '\n', there - from) : nullptr)
                return static_cast<std::size_t>(static_cast<char const*>(at) - row);
            if (is_finished_ || there > options_.max_row_bytes) return npos;
            from = there;
            refill();
        }
    }
    void refill() {
        if (options_.stop && options_.stop()) throw cancelled("reading " + in_.name() + " was cancelled");
        make_room();
        auto const until = filled_ + block_;
        while (filled_ < until && !is_finished_) {
            auto const count = in_.bytes().read(buffer_.get() + filled_, until - filled_);
            is_finished_ = count == 0;
            filled_ += count;
        }
        if (options_.progress) options_.progress(in_.bytes().done(), in_.bytes().total());
    }
    /// Moves the row to the front of a buffer that has room for a block behind it.
    void make_room() {
        filled_ -= begin_;
        auto const* const row = buffer_.get() + begin_;
        if (filled_ + block_ > capacity_) {
            auto const capacity = std::max(filled_ + block_, 2 * capacity_);
            std::unique_ptr<char[]> larger(new char[capacity]); // not initialised: it is written before it is read
            std::copy_n(row, filled_, larger.get());
            buffer_ = std::move(larger);
            capacity_ = capacity;
        } else {
            std::memmove(buffer_.get(), row, filled_);
        }
        begin_ = 0;
    }
    /// Passes over a line of which the buffer cannot hold enough.
    [[noreturn]] void drop_line() {
        number_of_first_ = ++number_;
        for (;;) {
            auto const* const from = buffer_.get() + begin_;
            if (auto const* const at = std::memchr(from, '\n', filled_ - begin_)) {
                begin_ += static_cast<std::size_t>(static_cast<char const*>(at) - from) + 1;
                fail_too_long();
            }
            begin_ = filled_;
            if (is_finished_) fail_too_long();
            refill();
        }
    }
    [[noreturn]] void fail_too_long() const {
        auto const most = std::to_string(options_.max_row_bytes);
        throw read_error({in_.name(), number_of_first_}, "a longer one", "a row of at most " + most + " bytes");
    }

    void check_beginning() {
        std::string_view const text(buffer_.get(), filled_);
        refuse_other_than_utf8(in_.name(), text);
        if (text.starts_with("\xEF\xBB\xBF")) begin_ = 3;
        refuse_stand_in(in_.name(), text.substr(begin_));
        refuse_bare_returns(in_.name(), text);
    }

    input in_;
    read_options options_;
    std::size_t block_ = // what is read at once: a small input is read whole
        std::clamp<std::uint64_t>(in_.bytes().total().value_or(largest_block) + 1, least_block, largest_block);
    std::size_t capacity_ = 0;
    std::unique_ptr<char[]> buffer_;
    std::size_t filled_ = 0;   // bytes in the buffer
    bool is_finished_ = false; // there are no more
    std::size_t begin_ = 0;    // of the row, in the buffer
    std::size_t length_ = 0;   // of the row
    std::size_t taken_ = 0;    // the row and its line end
    std::size_t number_ = 0;   // of the last line taken
    std::size_t length_of_first_ = 0;
    std::size_t taken_by_first_ = 0;
    std::size_t number_of_first_ = 0;
    std::shared_ptr<spare_memory> spare_{}; // once blocks were taken
    std::vector<char> rest_{};              // what stands behind a block while there is no buffer
};

} // namespace geostance::io::detail
